import type { HttpBindings } from '@hono/node-server'
import { uuidv7 } from '@repo/auth'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import type { Deps } from '../http/deps.ts'
import { responseHeaders } from '../http/headers.ts'
import { clientAddress, createTrustedProxies } from './client-address.ts'

const allowedHeaders = 'authorization, content-type, idempotency-key, last-event-id'
const exposedHeaders = 'idempotent-replayed, retry-after, x-request-id'
const allowedMethods = 'GET, POST, PUT, PATCH, DELETE'

/**
 * What every request passes, in one pass: request id, client address, CORS, one log line.
 * CORS work is done only when there is an `Origin`; headers travel in the one `Response` that is made.
 */
export function perimeter(deps: Deps): MiddlewareHandler<AppEnv & { Bindings: HttpBindings }> {
  const trusted = createTrustedProxies(deps.env.TRUSTED_PROXIES)
  const allowedOrigins = new Set(deps.env.CORS_ORIGINS)
  return async (c, next) => {
    const startedAtMs = performance.now()
    const incoming = c.env?.incoming
    const forwardedFor = incoming?.headers['x-forwarded-for']
    c.set('deps', deps)
    c.set('requestId', uuidv7())
    c.set('actor', { kind: 'anyone' })
    c.set(
      'clientAddress',
      clientAddress(
        incoming?.socket.remoteAddress ?? '127.0.0.1',
        typeof forwardedFor === 'string' ? forwardedFor : null,
        trusted,
      ),
    )
    const origin = incoming ? incoming.headers.origin : c.req.header('origin')
    if (origin !== undefined) c.set('corsHeaders', corsHeaders(origin, allowedOrigins))
    if (c.req.method === 'OPTIONS') {
      c.res = preflight(c.var)
    } else {
      await next().catch(refuseNonErrors)
    }
    logRequest(deps, c, performance.now() - startedAtMs)
  }
}

/** The framework hands errors to the error handler, and lets whatever else is thrown end the request without an answer. */
function refuseNonErrors(thrown: unknown): never {
  throw thrown instanceof Error
    ? thrown
    : new Error('something that is no error was thrown', { cause: thrown })
}

function corsHeaders(origin: string, allowed: ReadonlySet<string>): Record<string, string> {
  if (!allowed.has(origin)) return { vary: 'origin' }
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': exposedHeaders,
  }
}

function preflight(vars: AppEnv['Variables']): Response {
  const granted = vars.corsHeaders?.['access-control-allow-origin'] !== undefined
  const grants: Record<string, string> = granted
    ? {
        'access-control-allow-methods': allowedMethods,
        'access-control-allow-headers': allowedHeaders,
        'access-control-max-age': '86400',
      }
    : {}
  return new Response(null, { status: 204, headers: responseHeaders({ var: vars }, grants) })
}

type Logged = {
  req: { method: string; routePath: string }
  res: { status: number }
  var: AppEnv['Variables']
}

/** The route's template, never the raw path: addresses and queries may hold what must not be logged. */
function logRequest({ log }: Deps, c: Logged, ms: number): void {
  const { status } = c.res
  const line = {
    requestId: c.var.requestId,
    method: c.req.method,
    route: c.req.routePath,
    status,
    ms: Math.round(ms * 10) / 10,
  }
  if (status >= 500) log.error(line, 'request')
  else log.info(line, 'request')
}
