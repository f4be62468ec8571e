import type { Actor } from '@repo/auth'
import { type RateLimit, rateLimit } from '@repo/config/limits'
import { ApiError } from '../http/api-error.ts'
import type { LimitStore } from './limit-store.ts'

export type LimitName = keyof typeof rateLimit

/** Where a caller stands with one limit; `resetSeconds` is when a place becomes free at the latest. */
export type LimitState = {
  name: LimitName
  max: number
  windowSeconds: number
  remaining: number
  resetSeconds: number
}

/** The refusal of a request beyond a limit; says how long to wait. */
export class RateLimited extends ApiError {
  readonly limit: LimitState

  constructor(limit: LimitState) {
    super('RATE_LIMITED', { retryAfterSeconds: limit.resetSeconds })
    this.limit = limit
  }
}

/** Refusals are not counted. Await every call: with a shared store the answer comes later. */
export type RateLimiter = {
  /** Counts one request by who sends it. @throws RATE_LIMITED with the seconds to wait. */
  take(name: LimitName, actor: Actor, clientAddress: string): Promise<LimitState> | LimitState
  /** Counts against a key of the caller's choosing, as a sign-in does per account and network. */
  takeKey(name: LimitName, key: string): Promise<LimitState> | LimitState
  /** Forgets a key's count, as a successful sign-in does. */
  forget(name: LimitName, key: string): Promise<void> | void
}

/** The limits of `limits.ts`, counted in a store. `onRefused` is told of every refusal. */
export function createRateLimiter(store: LimitStore, onRefused?: (name: LimitName) => void): RateLimiter {
  function judge(name: LimitName, taken: Awaited<ReturnType<LimitStore['take']>>): LimitState {
    const { max, remaining, waitMs } = taken
    const resetSeconds = Math.max(1, Math.ceil(waitMs / 1_000))
    const state = { name, max, windowSeconds: rateLimit[name].windowSeconds, remaining, resetSeconds }
    if (taken.allowed) return state
    onRefused?.(name)
    throw new RateLimited(state)
  }

  function takeKey(name: LimitName, key: string) {
    const taken = store.take(`${name}|${key}`, rateLimit[name] satisfies RateLimit)
    return taken instanceof Promise ? taken.then((known) => judge(name, known)) : judge(name, taken)
  }

  return {
    takeKey,
    take: (name, actor, clientAddress) =>
      takeKey(name, name.endsWith('PerAddress') ? clientAddress : identityKey(actor, clientAddress)),
    forget: (name, key) => store.forget(`${name}|${key}`),
  }
}

function identityKey(actor: Actor, clientAddress: string): string {
  if (actor.kind === 'guest') return actor.guestId
  if (actor.kind === 'device') return actor.deviceId
  if (actor.kind === 'staff' || actor.kind === 'user') return actor.userId
  return clientAddress
}
