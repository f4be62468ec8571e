import { type Actor, AuthError } from '@repo/auth'
import { type ErrorCode, errorStatus } from '@repo/schemas/contract'
import type { Context } from 'hono'
import { ApiError } from '../http/api-error.ts'
import type { AppEnv } from '../http/app-env.ts'
import { authorOf } from '../http/ctx.ts'
import { findSuspicion } from './find-suspicion.ts'
import { hashNetwork } from './hash-network.ts'
import { recordSecurityEvent } from './record-security-event.ts'

/**
 * Each 403 is recorded once in the journal; tokens that nobody signed and input that looks like an attack are tallied for
 * it. All of them, and limits that were hit, have a line in the log. A flood of one sender fills neither.
 */
export async function recordRefusal(c: Context<AppEnv>, error: unknown): Promise<void> {
  if (!(error instanceof ApiError || error instanceof AuthError)) return
  const { deps, actor, requestId, clientAddress } = c.var
  const denied = errorStatus[error.code] === 403
  const event = tallied(c, error) ?? (error.code === 'RATE_LIMITED' ? 'rate.limited' : undefined)
  if ((!denied && !event) || !(await isWorthRecording(c))) return
  const { method, routePath: route } = c.req
  const network = hashNetwork(deps, clientAddress)
  if (event) deps.log.warn({ security: event, requestId, method, route, network }, 'security event')
  if (!denied) return
  const payload = { code: error.code, method, route, actorKind: actor.kind, network }
  await recordSecurityEvent(deps, { actor: authorOf(actor), requestId }, 'access.denied', payload)
}

/** Codes of input that is judged by its looks; under any other code it was understood. */
const judged: ReadonlySet<ErrorCode> = new Set([
  'VALIDATION_FAILED',
  'UNKNOWN_FIELD',
  'MALFORMED_REQUEST',
  'NOT_FOUND',
])

/** Adds to the tally what is recorded once for many, and returns its kind. */
function tallied(c: Context<AppEnv>, error: ApiError | AuthError): string | undefined {
  const { deps, actor, requestId, clientAddress } = c.var
  const author = { actor: authorOf(actor), requestId }
  const facts = () => ({
    network: hashNetwork(deps, clientAddress),
    method: c.req.method,
    route: c.req.routePath,
  })
  if (error.code === 'TOKEN_INVALID') {
    deps.tally.add({ kind: 'auth.token_rejected', payload: facts() }, author)
    return 'auth.token_rejected'
  }
  if (error instanceof AuthError || !judged.has(error.code)) return undefined
  const sign = findSuspicion(targetOf(c), error.extras.errors)
  if (!sign) return undefined
  deps.tally.add({ kind: 'input.suspicious', payload: { ...facts(), sign } }, author)
  return 'input.suspicious'
}

/** The address as it was sent: a parsed one has its `..` segments resolved already. */
function targetOf(c: Context<AppEnv>): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { url?: string } }
  const { pathname, search } = new URL(c.req.url)
  return incoming?.url ?? pathname + search
}

async function isWorthRecording({ var: { deps, actor, clientAddress } }: Context<AppEnv>): Promise<boolean> {
  try {
    // Anybody can become another guest at will, so guests count by network.
    const sender: Actor = actor.kind === 'guest' ? { kind: 'anyone' } : actor
    await deps.limiter.take('refusalRecord', sender, clientAddress)
    return true
  } catch {
    return false
  }
}
