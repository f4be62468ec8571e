import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { expect } from '@playwright/test'

type Mail = { to: string; text: string }

/** A mail server on this machine that keeps what it is given, newest first. */
export async function startMailServer() {
  const mails: Mail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    talk(socket, (mail) => mails.unshift(mail))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }

  /** The match of this pattern in the newest mail to an address, once it is there; `not` is an earlier match. */
  async function find(to: string, pattern: RegExp, not = ''): Promise<string> {
    const found = () => pattern.exec(mails.find((mail) => mail.to === to)?.text ?? '')?.[0] ?? not
    await expect.poll(found).not.toBe(not)
    return found()
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    find,
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** The server's half of SMTP (RFC 5321): takes every mail of every sender. */
function talk(socket: Socket, take: (mail: Mail) => void): void {
  let waiting = ''
  let to = ''
  let isData = false
  socket.write('220 mail\r\n')
  socket.on('data', (chunk) => {
    waiting += chunk.toString()
    for (;;) {
      const end = waiting.indexOf(isData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const said = waiting.slice(0, end)
      waiting = waiting.slice(end + (isData ? 5 : 2))
      if (isData) take({ to, text: readable(said) })
      else to = /^RCPT TO:<(.+)>/i.exec(said)?.[1] ?? to
      isData = !isData && /^DATA/i.test(said)
      socket.write(isData ? '354 go\r\n' : '250 ok\r\n')
    }
  })
}

/** The body of the mail; long lines come as quoted-printable (RFC 2045). */
function readable(mail: string): string {
  const body = mail.slice(mail.indexOf('\r\n\r\n'))
  if (!/^content-transfer-encoding: quoted-printable/im.test(mail)) return body
  return body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
