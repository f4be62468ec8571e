import { setTimeout as wait } from 'node:timers/promises'
import { timeout } from '@repo/config/limits'
import { createTransport } from 'nodemailer'
import { headerSafe } from './header-safe.ts'
import type { EmailSender } from './senders.ts'

const isLocal = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '[::1]'

/**
 * E-mail over SMTP: `smtps://user:password@host:465`, or `smtp://…:587`, where TLS is demanded as well unless the host
 * is this machine. Recipients are given as one address, never as text that could name several.
 */
export function createSmtpSender(url: string, from: string, maxMs: number = timeout.mailMs): EmailSender {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLocal(hostname),
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    dnsTimeout: maxMs,
    connectionTimeout: maxMs,
    greetingTimeout: maxMs,
    socketTimeout: maxMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return headerSafe({
    async send({ to, subject, text }) {
      // Each of the limits above counts anew, so a server that answers now and then could go on for ever.
      const timeUp = wait(maxMs, undefined, { ref: false }).then(() => {
        throw new Error(`the mail server took longer than ${maxMs} ms`)
      })
      await Promise.race([transport.sendMail({ from, to: { name: '', address: to }, subject, text }), timeUp])
    },
  })
}
