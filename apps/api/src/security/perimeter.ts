import type { HttpBindings } from '@hono/node-server'
import { uuidv7 } from '@repo/auth'
import { requestSize } from '@repo/config/limits'
import type { MiddlewareHandler } from 'hono'
import { ApiError } from '../http/api-error.ts'
import type { AppEnv } from '../http/app-env.ts'
import type { Deps } from '../http/deps.ts'
import { responseHeaders } from '../http/headers.ts'
import type { Deadline } from '../http/in-flight.ts'
import { problem } from '../http/problem.ts'
import { clientAddress, createTrustedProxies } from './client-address.ts'
import { rateLimitHeaderNames } from './rate-limit-headers.ts'

const allowedHeaders = 'authorization, content-type, idempotency-key, last-event-id, x-request-id'
const exposedHeaders = [
  'etag',
  'idempotent-replayed',
  'retry-after',
  'x-request-id',
  ...rateLimitHeaderNames,
].join(', ')
const allowedMethods = 'GET, POST, PUT, PATCH, DELETE'

/**
 * What every request passes, in one pass: request id, client address, CORS, its place among the requests under way, one
 * log line. CORS work is done only when there is an `Origin`; headers travel in the one `Response` that is made.
 */
export function perimeter(deps: Deps): MiddlewareHandler<AppEnv & { Bindings: HttpBindings }> {
  const trusted = createTrustedProxies(deps.env.TRUSTED_PROXIES)
  const allowedOrigins = new Set(deps.env.CORS_ORIGINS)
  return async (c, next) => {
    const startedAtMs = performance.now()
    const incoming = c.env?.incoming
    const header = (name: string): string | undefined => {
      const value = incoming ? incoming.headers[name] : c.req.header(name)
      return typeof value === 'string' ? value : undefined
    }
    c.set('deps', deps)
    c.set('requestId', requestId(header('x-request-id')))
    c.set('actor', { kind: 'anyone' })
    const peer = incoming?.socket.remoteAddress ?? '127.0.0.1'
    c.set('clientAddress', clientAddress(peer, header('x-forwarded-for') ?? null, trusted))
    const origin = header('origin')
    if (origin !== undefined) c.set('corsHeaders', corsHeaders(origin, allowedOrigins))
    try {
      if (c.req.url.length > requestSize.addressChars) throw new ApiError('URI_TOO_LONG')
      if (c.req.method === 'OPTIONS') c.res = preflight(c.var)
      else if (c.req.path === '/health') await next()
      else
        await deps.inFlight.run((deadline) => {
          c.set('deps', boundBy(deadline, deps))
          return next()
        })
    } catch (thrown) {
      // Too late, too many requests, or an error that the framework does not pass to the error handler.
      if (!(thrown instanceof Error)) logNonError(c.var, thrown)
      c.res = problem(c, thrown instanceof Error ? thrown : undefined)
    }
    logRequest(deps, c, performance.now() - startedAtMs)
  }
}

/** A caller's own id, in a shape that is harmless in logs and headers, or a new one. */
const requestId = (given: string | undefined): string =>
  given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : uuidv7()

/** The same process, whose transactions end with the request. */
const boundBy = (deadline: Deadline, deps: Deps): Deps => ({
  ...deps,
  gateway: { ...deps.gateway, run: (scope, work) => deps.gateway.run(scope, work, deadline) },
})

/** A library may throw anything; a value without a stack is logged with the stack of this place. */
function logNonError({ deps, requestId }: AppEnv['Variables'], thrown: unknown): void {
  const err = new Error('a value that is not an error was thrown', { cause: thrown })
  deps.log.error({ err, requestId }, 'request failed')
}

function corsHeaders(origin: string, allowed: ReadonlySet<string>): Record<string, string> | undefined {
  if (!allowed.has(origin)) return undefined
  return {
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
function logRequest({ log, metrics }: Deps, c: Logged, ms: number): void {
  const { status } = c.res
  metrics?.observeRequest(c.req.method, c.req.routePath, status, ms / 1_000)
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
