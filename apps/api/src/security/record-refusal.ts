import { AuthError } from '@repo/auth'
import { type ErrorCode, errorStatus } from '@repo/schemas/contract'
import type { Context } from 'hono'
import { ApiError } from '../http/api-error.ts'
import type { AppEnv } from '../http/app-env.ts'
import { authorOf } from '../http/ctx.ts'
import { networkOf } from './audit-entry.ts'
import { recordSecurityEvent } from './record-security-event.ts'

/** Refusals that are worth a line in the log, though not an entry in the journal. */
const logged: Partial<Record<ErrorCode, string>> = {
  RATE_LIMITED: 'rate.limited',
  TOKEN_INVALID: 'auth.token_rejected',
}

/** Each 403 is recorded once in the journal, and what else smells of an attack in the log; a flood of one sender is not. */
export async function recordRefusal(c: Context<AppEnv>, error: unknown): Promise<void> {
  if (!(error instanceof ApiError || error instanceof AuthError)) return
  const { deps, actor, requestId, clientAddress } = c.var
  const denied = errorStatus[error.code] === 403
  const event = logged[error.code]
  if ((!denied && !event) || !(await isWorthRecording(c))) return
  const { method, routePath: route } = c.req
  const network = networkOf(deps, clientAddress)
  if (event) deps.log.warn({ security: event, requestId, method, route, network }, 'security event')
  if (!denied) return
  const payload = { code: error.code, method, route, actorKind: actor.kind, network }
  await recordSecurityEvent(deps, { actor: authorOf(actor), requestId }, 'access.denied', payload)
}

async function isWorthRecording({ var: { deps, actor, clientAddress } }: Context<AppEnv>): Promise<boolean> {
  try {
    await deps.limiter.take('refusalRecord', actor, clientAddress)
    return true
  } catch {
    return false
  }
}
