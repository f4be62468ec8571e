import { connect } from 'node:tls'
import { baseUrl } from '../support/base-url.ts'

/** `statuses` of the answers in order, and whether the proxy ended the connection by itself. */
export type RawReply = { statuses: number[]; closed: boolean; text: string }

const quietMs = 250

/** Sends bytes over TLS as they are, and reads until the connection ends or nothing more comes. */
export function sendRaw(...parts: (string | Buffer)[]): Promise<RawReply> {
  const { hostname, port } = new URL(baseUrl)
  return new Promise((resolve) => {
    let text = ''
    let closed = false
    let quiet: NodeJS.Timeout | undefined
    const options = { host: hostname, port: Number(port), servername: hostname, ALPNProtocols: ['http/1.1'] }
    const socket = connect(options, () => {
      for (const part of parts) socket.write(part)
    })
    const finish = () => {
      clearTimeout(quiet)
      socket.destroy()
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
      resolve({ statuses, closed, text })
    }
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      clearTimeout(quiet)
      quiet = setTimeout(finish, quietMs)
    })
    socket.on('end', () => {
      closed = true
    })
    socket.on('close', finish)
    socket.on('error', () => {})
  })
}
