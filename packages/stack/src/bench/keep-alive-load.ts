import { connect } from 'node:net'

export type Load = {
  port: number
  connections: number
  /** The next request of a connection as bytes; undefined closes the connection. */
  next: (connection: number) => Buffer | undefined
}

export type LoadResult = { answers: number; elapsedMs: number; perSecond: number; bodyBytes: number }

const headEnd = Buffer.from('\r\n\r\n')

/**
 * Keeps `connections` sockets busy: each sends its next request when the last is answered. It speaks just enough HTTP to
 * cost much less than the servers that it measures, and rejects at the first answer that is not a success.
 */
export async function keepAliveLoad({ port, connections, next }: Load): Promise<LoadResult> {
  const startMs = performance.now()
  const counts = await Promise.all(
    Array.from({ length: connections }, (_, index) => drive(port, () => next(index))),
  )
  const elapsedMs = performance.now() - startMs
  const answers = counts.reduce((sum, { answers }) => sum + answers, 0)
  const bodyBytes = counts[0]?.bodyBytes ?? 0
  return { answers, elapsedMs, perSecond: (answers / elapsedMs) * 1_000, bodyBytes }
}

function drive(
  port: number,
  next: () => Buffer | undefined,
): Promise<{ answers: number; bodyBytes: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ answers: number; bodyBytes: number }>()
  let answers = 0
  let bodyBytes = 0
  let missing = 0
  let head: Buffer | undefined
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const send = () => {
    const request = next()
    if (request) socket.write(request)
    else socket.end()
  }
  const answered = () => {
    answers += 1
    send()
  }
  socket.on('connect', send)
  socket.on('data', (chunk) => {
    if (missing > 0) {
      missing -= chunk.length
      if (missing === 0) answered()
      return
    }
    const bytes: Buffer = head ? Buffer.concat([head, chunk]) : chunk
    const end = bytes.indexOf(headEnd)
    head = end < 0 ? bytes : undefined
    if (end < 0) return
    const text = bytes.toString('latin1', 0, end)
    if (text[9] !== '2') {
      socket.destroy(new Error(`an answer was not a success: ${bytes.toString().slice(0, 2_000)}`))
      return
    }
    bodyBytes = Number(/\ncontent-length: (\d+)/i.exec(text)?.[1])
    if (Number.isNaN(bodyBytes)) socket.destroy(new Error('an answer does not say its length'))
    missing = bodyBytes - (bytes.length - end - headEnd.length)
    if (missing === 0) answered()
  })
  socket.on('error', reject)
  socket.on('close', () => resolve({ answers, bodyBytes }))
  return promise
}
