import { type Actor, actorKind } from '@repo/auth'
import { can } from '@repo/auth/policy'
import type { Context, MiddlewareHandler, TypedResponse } from 'hono'
import type { BlankInput } from 'hono/types'
import { z } from 'zod'
import { authenticate } from '../security/authenticate.ts'
import { countRefusal } from '../security/count-refusal.ts'
import { checkRequestOrigin } from '../security/request-origin.ts'
import { requireRecentSignIn } from '../security/require-recent-sign-in.ts'
import { ApiError, fieldError } from './api-error.ts'
import type { AppEnv } from './app-env.ts'
import type { Declared, EndpointDeclaration, Schema, Status } from './endpoint-declaration.ts'
import { responseHeaders } from './headers.ts'
import { readIdempotencyKey } from './idempotency.ts'
import { parseInput } from './parse-input.ts'
import { readJson } from './read-json.ts'
import { readUpload } from './read-upload.ts'

type Part<Name extends string, S, T> = [S] extends [Schema] ? { [N in Name]: T } : BlankInput

type InputOf<P extends Declared, Q extends Declared, J extends Declared> = [P, Q, J] extends [
  undefined,
  undefined,
  undefined,
]
  ? BlankInput
  : {
      in: Part<'param', P, z.input<NonNullable<P>>> &
        Part<'query', Q, z.input<NonNullable<Q>>> &
        Part<'json', J, z.input<NonNullable<J>>>
      out: Part<'param', P, z.output<NonNullable<P>>> &
        Part<'query', Q, z.output<NonNullable<Q>>> &
        Part<'json', J, z.output<NonNullable<J>>>
    }

type EndpointEnv<R extends Schema, S extends Status> = AppEnv & {
  Variables: { replies: { schema: R; status: S } }
}

const noQuery = z.strictObject({})

const declarations = new WeakMap<object, EndpointDeclaration>()

/** The declaration behind a registered handler; undefined for a handler that is not an endpoint. */
export const declarationOf = (handler: object): EndpointDeclaration | undefined => declarations.get(handler)

/**
 * One middleware per route: identity, limit, guard and parsed input, in that order. What the handler then passes to
 * `reply` is filtered by `returns`.
 */
export function endpoint<
  R extends Schema,
  P extends Declared = undefined,
  Q extends Declared = undefined,
  J extends Declared = undefined,
  S extends Status = 200,
>(
  declaration: EndpointDeclaration<P, Q, J, R, S>,
): MiddlewareHandler<EndpointEnv<R, S>, string, InputOf<P, Q, J>> {
  const { guard, limit, params, query, json, upload, idempotent, cookie, stepUp } = declaration
  const handler: MiddlewareHandler<EndpointEnv<R, S>, string, InputOf<P, Q, J>> = async (c, next) => {
    const { deps } = c.var
    let actor: Actor
    try {
      if (cookie) checkRequestOrigin(c.req.raw.headers, deps.env.CORS_ORIGINS)
      actor = await authenticate(c, guard)
    } catch (error) {
      c.set('limit', await countRefusal(c))
      throw error
    }
    c.set('actor', actor)
    c.set('limit', await deps.limiter.take(limit, actor, c.get('clientAddress')))
    if (!can(actorKind(actor), guard)) throw refusal(actor)
    if (stepUp) requireRecentSignIn(actor, deps.now())
    c.set('endpoint', declaration as unknown as EndpointDeclaration)
    if (query || c.req.url.includes('?'))
      c.req.addValidatedData('query', parseInput(query ?? noQuery, singleValues(c), 'query') as never)
    if (params) c.req.addValidatedData('param', parseInput(params, c.req.param(), 'path') as never)
    if (!json && !upload) refuseBody(c.req.raw.headers)
    if (json) c.req.addValidatedData('json', parseInput(json, await readJson(c.req.raw), 'body') as never)
    if (upload) c.set('upload', await readUpload(c.req.raw, upload))
    if (idempotent) readIdempotencyKey(c.req.raw.headers)
    await next()
  }
  declarations.set(handler, declaration as unknown as EndpointDeclaration)
  return handler
}

/** Answers with the declared status and only the keys that the declared schema lists. */
export function reply<R extends Schema, S extends Status>(
  c: { var: { replies: { schema: R; status: S } } },
  data: z.input<R>,
  extraHeaders?: Record<string, string>,
  cookies: readonly string[] = [],
): Response & TypedResponse<z.output<R>, S, 'json'> {
  const context = c as unknown as Context<AppEnv>
  const { returns, status } = context.var.endpoint
  if (typeof returns === 'string') throw new Error('this endpoint does not reply with JSON')
  const headers = responseHeaders(context, {
    'content-type': 'application/json; charset=utf-8',
    ...extraHeaders,
  })
  return new Response(JSON.stringify(returns.parse(data)), {
    status: status ?? 200,
    headers:
      cookies.length === 0
        ? headers
        : [...Object.entries(headers), ...cookies.map((one): [string, string] => ['set-cookie', one])],
  }) as never
}

function refusal(actor: AppEnv['Variables']['actor']): ApiError {
  if (actor.kind === 'anyone') return new ApiError('TOKEN_MISSING')
  if (actor.kind === 'guest' && actor.state === 'pending') return new ApiError('GUEST_PENDING')
  return new ApiError('FORBIDDEN')
}

/** Refuses input that the route does not read, so that no caller believes it had an effect. */
function refuseBody(headers: Headers): void {
  if (Number(headers.get('content-length') ?? 0) > 0 || headers.has('transfer-encoding'))
    throw fieldError('VALIDATION_FAILED', '', 'is not accepted here')
}

function singleValues(c: Context): Record<string, string> {
  // Without a prototype, so that a key named `__proto__` is one like any other, and unknown.
  const values: Record<string, string> = Object.create(null)
  for (const [key, [value, ...more]] of Object.entries(c.req.queries())) {
    if (more.length > 0)
      throw new ApiError('VALIDATION_FAILED', {
        errors: [{ field: key.slice(0, 40), code: 'REPEATED', message: 'is given more than once' }],
      })
    if (value !== undefined) values[key] = value
  }
  return values
}
