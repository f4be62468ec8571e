import { connect } from 'node:net'

export type RawReply = {
  status: number
  headers: Record<string, string>
  body: string
  /** The server closed the connection after it. */
  closed: boolean
}

/** Sends bytes as they are and reads the first answer; what no HTTP client would send can only be sent like this. */
export function sendRaw(
  port: number,
  bytes: string | Buffer | readonly (string | Buffer)[],
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    let closed = false
    const finish = () => {
      socket.destroy()
      if (text === '') reject(new Error('the server closed without an answer'))
      else resolve({ ...parseReply(text), closed })
    }
    socket.on('connect', () => {
      for (const part of [bytes].flat() as (string | Buffer)[]) socket.write(part)
    })
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (isComplete(text)) setTimeout(finish, 100)
    })
    socket.on('end', () => {
      closed = true
    })
    socket.on('close', () => {
      closed = true
      finish()
    })
    socket.on('error', () => {})
  })
}

function isComplete(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end + 2))?.[1]
  return length === undefined || text.length >= end + 4 + Number(length)
}

function parseReply(text: string): Omit<RawReply, 'closed'> {
  const end = text.indexOf('\r\n\r\n')
  const [line = '', ...lines] = text.slice(0, end).split('\r\n')
  const headers = lines.map((header) => {
    const colon = header.indexOf(':')
    return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()]
  })
  return {
    status: Number(line.split(' ')[1]),
    headers: Object.fromEntries(headers),
    body: text.slice(end + 4),
  }
}
