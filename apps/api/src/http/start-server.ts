import { createServer, type Server, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { uuidv7 } from '@repo/auth'
import { requestSize, timeout } from '@repo/config/limits'
import type { ErrorCode } from '@repo/schemas/contract'
import type { Hono } from 'hono'
import { ApiError } from './api-error.ts'
import type { ResponseVars } from './headers.ts'
import { prepareStop } from './prepare-stop.ts'
import { problem, problemParts } from './problem.ts'

type Options = { port: number; hostname: string; timeouts?: Record<ServerTimeout, number> }
type ServerTimeout = 'headersMs' | 'bodyMs' | 'connectionCheckMs' | 'keepAliveMs'

/** Listens with the limits of `limits.ts`, returns how to stop. Anything not HTTP gets a problem document too. */
export function startServer(
  fetch: Hono['fetch'],
  { port, hostname, timeouts = timeout }: Options,
): { server: Server; stop: () => Promise<void> } {
  const listener = getRequestListener(fetch, {
    errorHandler: (error) => problem({ var: noRequest() }, toRefusal(error)),
  })
  const server = createServer(
    {
      maxHeaderSize: requestSize.headerBytes,
      headersTimeout: timeouts.headersMs,
      requestTimeout: timeouts.bodyMs,
      keepAliveTimeout: timeouts.keepAliveMs,
      connectionsCheckingInterval: timeouts.connectionCheckMs,
      // Refused below like any other invalid host, with our headers.
      requireHostHeader: false,
    },
    listener,
  )
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    refuseConnection(error, socket as Socket),
  )
  server.listen(port, hostname)
  return { server, stop: prepareStop(server) }
}

const noRequest = (): ResponseVars => ({ requestId: uuidv7(), corsHeaders: undefined, limit: undefined })

/** An address or a host that does not form a URL; anything else is a server error. */
const toRefusal = (error: unknown): unknown =>
  error instanceof RequestError ? new ApiError('MALFORMED_REQUEST') : error

const codeOf: Record<string, ErrorCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'BODY_TOO_LARGE',
}

/** A connection whose framing can no longer be trusted: one answer, then it is closed. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const { status, headers, body } = problemParts(
    noRequest(),
    new ApiError(codeOf[error.code ?? ''] ?? 'MALFORMED_REQUEST'),
  )
  const head = Object.entries({
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`)
  socket.destroySoon()
}
