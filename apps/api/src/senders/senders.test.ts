import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { loadEnv } from '@repo/config'
import { afterEach, describe, expect, test } from 'vitest'
import { createOutbox } from './create-outbox.ts'
import { createSenders } from './create-senders.ts'
import { createSmtpSender } from './create-smtp-sender.ts'
import { invitationMail, passwordChangedMail, passwordResetMail } from './mail-texts.ts'

const sockets: Socket[] = []
const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})

/** A mail server that accepts everything and records what it received. */
async function startMailServer() {
  const heard: string[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    let inData = false
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      const text = chunk.toString()
      heard.push(text)
      if (inData) {
        if (text.endsWith('\r\n.\r\n')) {
          inData = false
          socket.write('250 taken\r\n')
        }
        return
      }
      inData = /^DATA/i.test(text)
      socket.write(inData ? '354 go\r\n' : '250 ok\r\n')
    })
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return { url: `smtp://127.0.0.1:${port}`, heard: () => heard.join('') }
}

const mail = { to: 'rosa@example.test', subject: 'Elige una contraseña', text: 'Hola\n' }

describe('e-mail', () => {
  test('goes over SMTP to the one recipient', async () => {
    const { url, heard } = await startMailServer()
    await createSmtpSender(url, 'RestAI <noreply@example.test>').send(mail)
    expect(heard()).toMatch(/RCPT TO:<rosa@example\.test>/)
    expect(heard().match(/RCPT TO/g)).toHaveLength(1)
    expect(heard()).toContain('From: RestAI <noreply@example.test>')
  })

  test('that the mail server takes too long for is not sent, however often it answers', async () => {
    const server = createServer((socket) => {
      sockets.push(socket)
      const timer = setInterval(() => socket.write('220-still here\r\n'), 20)
      socket.on('close', () => clearInterval(timer)).on('error', () => clearInterval(timer))
    }).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const sending = createSmtpSender(`smtp://127.0.0.1:${port}`, 'noreply@example.test', 300).send(mail)
    await expect(sending).rejects.toThrow('the mail server took longer than 300 ms')
  })

  test.each([
    ['a line break in the recipient', { to: 'rosa@example.test\r\nBcc: all@example.test' }],
    ['a second recipient', { to: 'rosa@example.test, all@example.test' }],
    ['a recipient in brackets', { to: 'x <rosa@example.test>' }],
    ['no address', { to: 'rosa' }],
    ['a line break in the subject', { subject: 'Hi\r\nBcc: all@example.test' }],
    ['a bare line feed in the subject', { subject: 'Hi\nBcc: all@example.test' }],
    ['a line separator in the subject', { subject: 'Hi\u2028Bcc: all@example.test' }],
  ])('with %s reaches no sender', async (_, change) => {
    const { url, heard } = await startMailServer()
    const box = createOutbox()
    for (const sender of [createSmtpSender(url, 'noreply@example.test'), box.email])
      await expect(sender?.send({ ...mail, ...change })).rejects.toThrow(/^the (recipient|subject) is not/)
    expect(heard()).toBe('')
    expect(box.outbox?.messages()).toEqual([])
  })

  test('about a restaurant whose name holds a line break stays one line', () => {
    const { subject } = invitationMail('en', { organizationName: 'o', branchName: 'a\r\nBcc: b', url: 'u' })
    expect(subject).toBe('You are invited to a Bcc: b')
  })

  test('is written in both languages', () => {
    for (const write of [(l: 'en' | 'es') => passwordResetMail(l, 'https://x.test/y'), passwordChangedMail]) {
      const [en, es] = [write('en'), write('es')]
      expect(en.subject).not.toBe(es.subject)
      expect(en.text).not.toBe(es.text)
    }
  })
})

describe('the senders of a process', () => {
  const senders = (mode: 'development' | 'production', more = {}) =>
    createSenders(
      loadEnv(
        'api',
        {
          DATABASE_URL: 'postgres://restai_app:Yx3kQ9vT2mB7nR5w@127.0.0.1:5432/restai',
          JWT_SECRET: 'Yx3kQ9vT2mB7nR5wL8pZ4hC6jF1dG0sAeUiOqWtNzXrKyPlMvHbJcDgEf',
          JWT_REFRESH_SECRET: 'a7Lq2Vn9Xs4Kd8Rf1Tg6Yh3Zj5Bw0McPeUiOoQrStWxNyAzGvHkJlCbDf',
          CORS_ORIGINS: 'http://localhost:3000',
          SIGNUP: 'closed',
          ...more,
        },
        mode,
      ),
      mode,
    )

  test('in production are SMTP where it is configured, else none, and never the outbox', () => {
    expect(senders('production')).toEqual({ email: undefined, sms: undefined, outbox: undefined })
    const { email, outbox } = senders('production', {
      SMTP_URL: 'smtps://u:p@mail.example.test',
      MAIL_FROM: 'RestAI <noreply@example.test>',
    })
    expect(email).toBeDefined()
    expect(outbox).toBeUndefined()
  })

  test('in development are the outbox, newest first', async () => {
    const { email, sms, outbox } = senders('development')
    await email?.send(mail)
    await sms?.send({ to: '+51999', text: '123' })
    expect(outbox?.messages().map(({ kind, to }) => [kind, to])).toEqual([
      ['sms', '+51999'],
      ['email', 'rosa@example.test'],
    ])
  })

  test.each([
    ['SMTP_URL', { SMTP_URL: 'https://mail.example.test', MAIL_FROM: 'a@b.test' }],
    ['MAIL_FROM', { SMTP_URL: 'smtps://mail.example.test' }],
    ['MAIL_FROM', { SMTP_URL: 'smtps://mail.example.test', MAIL_FROM: 'a@b.test\r\nBcc: c@d.test' }],
  ])('do not start with a wrong %s', (name, more) => {
    expect(() => senders('production', more)).toThrow(name)
  })
})
