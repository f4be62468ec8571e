import { get } from 'node:http'

export type Arrival = { seq: number; kind: string; delayMs: number }
export type Listener = { arrivals: readonly Arrival[]; close(): void }

/** Follows a branch as a screen of its staff does; settles when the stream is open. */
export function listenToBranch(port: number, branchId: string, token: string): Promise<Listener> {
  const { promise, resolve, reject } = Promise.withResolvers<Listener>()
  const arrivals: Arrival[] = []
  const options = {
    port,
    host: '127.0.0.1',
    agent: false,
    path: `/api/branches/${branchId}/events`,
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
  }
  const request = get(options, (response) => {
    if (response.statusCode !== 200) {
      reject(new Error(`the event stream answered ${response.statusCode}`))
      return
    }
    let text = ''
    response.setEncoding('utf8')
    response.on('data', (chunk) => {
      const nowMs = Date.now()
      const blocks = (text + chunk).split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) arrivals.push(...readArrival(block, nowMs))
    })
    response.on('error', () => {})
    resolve({ arrivals, close: () => request.destroy() })
  })
  request.on('error', reject)
  return promise
}

/** The entry of the journal in one block of the stream; none in a comment. Its time was read before the commit. */
function readArrival(block: string, nowMs: number): Arrival[] {
  const match = /^id: \S+\.(\d+)\nevent: (\S+)\ndata: (.*)$/m.exec(block)
  if (!match) return []
  const [, seq, kind = '', data = ''] = match
  const { at } = JSON.parse(data) as { at: string }
  return [{ seq: Number(seq), kind, delayMs: nowMs - Date.parse(at) }]
}
