import { type IncomingHttpHeaders, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { getCACertificates } from 'node:tls'

export type Ask = {
  method?: string
  headers?: Record<string, string>
  token?: string
  json?: unknown
  body?: string
  /** Sends the body without declaring its length. */
  chunked?: boolean
}

export type Reply = { status: number; headers: IncomingHttpHeaders; body: string }

const maxBytes = 4 * 1_024 * 1_024

/**
 * One request and its reply. Not `fetch`, which refuses the headers, methods and paths that a hostile client sends.
 * The path goes out as it is, redirects are not followed, certificates are always verified.
 */
export function exchange(
  site: Pick<URL, 'protocol' | 'hostname' | 'port'>,
  path: string,
  ask: Ask,
  { signal, ca }: { signal: AbortSignal; ca?: string | undefined },
): Promise<Reply> {
  const body = ask.json === undefined ? ask.body : JSON.stringify(ask.json)
  const options: RequestOptions = {
    hostname: site.hostname.replace(/^\[|\]$/g, ''),
    port: site.port,
    path,
    method: ask.method ?? 'GET',
    headers: headersOf(ask, body),
    signal,
  }
  return new Promise((resolve, reject) => {
    const request =
      site.protocol === 'https:'
        ? requestHttps({ ...options, ...(ca && { ca: [...getCACertificates('default'), ca] }) })
        : requestHttp(options)
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      const finish = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        })
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size > maxBytes) response.destroy()
      })
      response.on('end', finish)
      response.on('close', finish)
      response.on('error', finish)
    })
    if (body !== undefined) request.write(body)
    request.end()
  })
}

function headersOf({ headers, token, json, chunked }: Ask, body: string | undefined): Record<string, string> {
  return {
    'user-agent': 'restai-preflight',
    accept: '*/*',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(json !== undefined && { 'content-type': 'application/json' }),
    ...(body !== undefined && !chunked && { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  }
}
