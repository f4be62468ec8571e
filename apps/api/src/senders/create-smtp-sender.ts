import { createTransport } from 'nodemailer'
import { headerSafe } from './header-safe.ts'
import type { EmailSender } from './senders.ts'

const isLocal = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '[::1]'

/**
 * E-mail over SMTP: `smtps://user:password@host:465`, or `smtp://…:587`, where TLS is demanded as well unless the host
 * is this machine. Recipients are given as one address, never as text that could name several.
 */
export function createSmtpSender(url: string, from: string): EmailSender {
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
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return headerSafe({
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
    },
  })
}
