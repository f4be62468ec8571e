import { filePolicy, securityHeaders } from './security-headers.ts'

// They describe one connection, and this makes two (RFC 9110, 7.6.1).
const connectionHeaders = [
  'connection',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/**
 * Passes a browser's request on to the API and its reply back, streams included. Where a production proxy
 * routes `/api` by itself, nothing arrives here.
 */
export async function forwardToApi(request: Request, apiUrl: string | URL): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const headers = without(request.headers, [...connectionHeaders, 'content-length'])
  // The reply is compressed once, on its way to the browser.
  headers.set('accept-encoding', 'identity')
  const body = request.method === 'GET' || request.method === 'HEAD' ? null : request.body
  try {
    const reply = await fetch(new URL(pathname + search, apiUrl), {
      method: request.method,
      headers,
      body,
      redirect: 'manual',
      signal: request.signal,
      ...(body && { duplex: 'half' }),
    })
    return new Response(reply.body, { status: reply.status, headers: replyHeaders(reply) })
  } catch {
    return unavailable()
  }
}

function replyHeaders(reply: Response): Headers {
  const headers = without(reply.headers, connectionHeaders)
  // Compression would hold events back until its buffer is full.
  if (headers.get('content-type')?.startsWith('text/event-stream')) {
    headers.set('cache-control', 'no-cache, no-transform')
  }
  return headers
}

function without(headers: Headers, names: readonly string[]): Headers {
  const rest = new Headers(headers)
  for (const name of names) rest.delete(name)
  return rest
}

function unavailable(): Response {
  const problem = { type: 'about:blank', title: 'The API does not answer', status: 503 }
  const body = { ...problem, code: 'UNAVAILABLE', requestId: crypto.randomUUID() }
  const headers = new Headers(securityHeaders.map(({ key, value }) => [key, value]))
  headers.set(filePolicy.key, filePolicy.value)
  headers.set('cache-control', 'no-store')
  headers.set('content-type', 'application/problem+json')
  return Response.json(body, { status: 503, headers })
}
