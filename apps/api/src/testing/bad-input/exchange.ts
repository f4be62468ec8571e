import { Agent, request } from 'node:http'
import type { Mutation } from './mutations.ts'

export type Exchange = {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  ms: number
}

/** A client that sends what it is told, addresses as they are, over connections that stay open. */
export function createExchange(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const exchange = ({ method, path, headers, body }: Mutation): Promise<Exchange> =>
    new Promise((resolve, reject) => {
      const startedAtMs = performance.now()
      // Node sends the body of a DELETE without its length, and the server then takes it for the next request.
      const framed = body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) }
      const sent = request({ host: '127.0.0.1', port, agent, method, path, headers: framed }, (response) => {
        const { statusCode: status = 0, headers: got } = response
        const answer = (text: string) =>
          resolve({ status, headers: got, text, ms: performance.now() - startedAtMs })
        if (got['content-type']?.startsWith('text/event-stream')) {
          response.destroy()
          return answer('')
        }
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () => answer(text))
        response.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(body)
    })
  return { exchange, close: () => agent.destroy() }
}
