import { once } from 'node:events'
import {
  createServer as createPlainServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { EdgeReply, EdgeRequest } from './edge-messages.ts'
import { servePage } from './pages.ts'

export type Forward = (change?: Partial<EdgeRequest>) => Promise<EdgeReply>

/** One way to be weaker than the good deployment. */
export type Weakness = {
  /** Answers instead of the edge; `forward` does what the good one would. */
  reply?: (request: EdgeRequest, forward: Forward) => EdgeReply | Promise<EdgeReply>
  /** Answers plain http instead of redirecting. */
  plain?: (request: { path: string; host: string }) => EdgeReply
  tls?: { minVersion: 'TLSv1'; ciphers: string }
  certificateDays?: number
  /** Where the edge says that the request comes from. */
  clientAddress?: (headers: EdgeRequest['headers']) => string | undefined
  /** The API itself can be reached from outside. */
  opensApiPort?: true
}

type EdgeOptions = {
  port: number
  apiPort: number
  /** Without it a page of our own stands for the web server's. */
  webPort?: number
  clientAddress: string
  tls: { key: string; cert: string }
}
export type Edge = { origin: string; httpPort: number; stop(): Promise<void> }

const pageMethods = ['GET', 'HEAD', 'POST']
const allowed = { allow: pageMethods.join(', ') }

/** Does in tests what Caddy and the web server do in production: TLS, one origin, the client's address, pages. */
export async function startEdge(options: EdgeOptions, weakness: Weakness = {}): Promise<Edge> {
  const { port, apiPort, webPort, clientAddress } = options
  const origin = `https://localhost:${port}`
  const addressOf = ({ headers }: EdgeRequest) => weakness.clientAddress?.(headers) ?? clientAddress
  const good = async (asked: EdgeRequest): Promise<EdgeReply> => {
    const added = {
      ...{ host: `localhost:${port}`, 'x-forwarded-for': addressOf(asked) },
      'x-forwarded-proto': 'https',
    }
    const onward = { ...asked, headers: { ...asked.headers, ...added } }
    if (asked.path === '/health' || asked.path.startsWith('/api/')) return callUpstream(apiPort, onward)
    if (!pageMethods.includes(asked.method)) return { status: 405, headers: allowed, body: '' }
    return webPort === undefined ? servePage(asked) : callUpstream(webPort, onward)
  }

  const secure = createServer({ ...options.tls, ...weakness.tls }, async (incoming, outgoing) => {
    const asked = await read(incoming)
    const forward: Forward = async (change) => overTls(await good({ ...asked, ...change }))
    write(outgoing, await (weakness.reply ? weakness.reply(asked, forward) : forward()))
  })
  const plain = createPlainServer((incoming, outgoing) => {
    const path = incoming.url ?? '/'
    const redirect = { status: 308, headers: { location: `${origin}${path}` }, body: '' }
    const good = path.startsWith('/api/') ? { status: 403, headers: {}, body: '' } : redirect
    write(outgoing, weakness.plain?.({ path, host: incoming.headers.host ?? '' }) ?? good)
  })
  await Promise.all([
    once(secure.listen(port, '127.0.0.1'), 'listening'),
    once(plain.listen(0, '127.0.0.1'), 'listening'),
  ])
  return {
    origin,
    httpPort: (plain.address() as AddressInfo).port,
    async stop() {
      const closed = [once(secure, 'close'), once(plain, 'close')]
      for (const server of [secure, plain]) {
        server.close()
        server.closeAllConnections()
      }
      await Promise.all(closed)
    },
  }
}

const overTls = ({ status, headers, body }: EdgeReply): EdgeReply => ({
  status,
  headers: {
    ...headers,
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  },
  body,
})

async function read(incoming: IncomingMessage): Promise<EdgeRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { host: _, connection: __, 'transfer-encoding': ___, ...headers } = incoming.headers
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)])
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: Object.fromEntries(texts),
    body: Buffer.concat(chunks),
  }
}

function write(outgoing: ServerResponse, { status, headers, body }: EdgeReply): void {
  const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...rest } = headers
  outgoing.writeHead(status, rest).end(body)
}

function callUpstream(port: number, { method, path, headers, body }: EdgeRequest): Promise<EdgeReply> {
  return new Promise((resolve, reject) => {
    const options = { port, path, method, agent: false, headers }
    const outgoing = request(options, async (incoming) => {
      let text = ''
      for await (const chunk of incoming.setEncoding('utf8')) text += chunk
      const { statusCode = 502 } = incoming
      resolve({ status: statusCode, headers: incoming.headers as EdgeReply['headers'], body: text })
    })
    outgoing.on('error', reject)
    // Without a declared length the body goes on in chunks, as it came.
    if (body.length > 0) outgoing.write(body)
    outgoing.end()
  })
}
