import { createServer, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'

export type MailSink = Awaited<ReturnType<typeof openMailSink>>

/** An SMTP server on this machine that takes every message and delivers none. */
export async function openMailSink() {
  const messages: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    receive(socket, (message) => messages.push(message))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server that listens has a port')
  return {
    /** Settings of an API that sends its e-mail here. */
    apiEnv: { SMTP_URL: `smtp://127.0.0.1:${address.port}`, MAIL_FROM: 'RestAI <noreply@example.com>' },
    /** The six digits of the next message that came since `seen` of them were there. */
    async codeAfter(seen: number): Promise<string> {
      for (let waits = 0; waits < 100; waits += 1) {
        const code = /\b\d{6}\b/.exec(bodyOf(messages[seen]))?.[0]
        if (code) return code
        await setTimeout(100)
      }
      throw new Error(`${messages.length} messages came, and none with a code`)
    },
    count: () => messages.length,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

const bodyOf = (message = ''): string => message.slice(message.indexOf('\r\n\r\n'))

function receive(socket: Socket, onMessage: (message: string) => void): void {
  let unread = ''
  let inData = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  socket.setEncoding('utf8').on('error', () => {})
  say('220 sink')
  socket.on('data', (chunk: string) => {
    unread += chunk
    for (;;) {
      const end = inData ? '\r\n.\r\n' : '\r\n'
      const at = unread.indexOf(end)
      if (at < 0) return
      const read = unread.slice(0, at)
      unread = unread.slice(at + end.length)
      if (inData) onMessage(read)
      const isData = !inData && /^data$/i.test(read)
      say(isData ? '354 go on' : '250 taken')
      inData = isData
    }
  })
}
