import type { Actor } from '@repo/auth'
import { rateLimit } from '@repo/config/limits'
import { ApiError } from '../http/api-error.ts'

export type LimitName = keyof typeof rateLimit

export type RateLimiter = {
  /** Counts one request. @throws RATE_LIMITED with the seconds to wait. */
  take(name: LimitName, actor: Actor, clientAddress: string): Promise<void> | void
  /** Counts against a key of the caller's choosing, as a sign-in does per account and network. */
  takeKey(name: LimitName, key: string): void
  /** Forgets a key's count, as a successful sign-in does. */
  forget(name: LimitName, key: string): void
}

const maxKeys = 200_000

/**
 * Generic cell rate algorithm (ITU-T I.371) in memory: one instant per key, exact over every window of the limit's
 * length because the burst is spread over it.
 */
export function createMemoryRateLimiter(now: () => number = Date.now): RateLimiter {
  const theoreticalArrivalMs = new Map<string, number>()

  function takeKey(name: LimitName, key: string): void {
    const { max, windowSeconds } = rateLimit[name]
    const windowMs = windowSeconds * 1_000
    const intervalMs = windowMs / max
    const nowMs = now()
    const fullKey = `${name}|${key}`
    const arrivalMs = Math.max(theoreticalArrivalMs.get(fullKey) ?? 0, nowMs)
    if (arrivalMs - nowMs > windowMs - intervalMs) {
      const waitMs = arrivalMs - nowMs - (windowMs - intervalMs)
      throw new ApiError('RATE_LIMITED', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) })
    }
    if (theoreticalArrivalMs.size >= maxKeys) dropPast(theoreticalArrivalMs, nowMs)
    theoreticalArrivalMs.set(fullKey, arrivalMs + intervalMs)
  }

  return {
    takeKey,
    take: (name, actor, clientAddress) =>
      takeKey(name, name.endsWith('PerAddress') ? clientAddress : identityKey(actor, clientAddress)),
    forget: (name, key) => void theoreticalArrivalMs.delete(`${name}|${key}`),
  }
}

function identityKey(actor: Actor, clientAddress: string): string {
  if (actor.kind === 'guest') return actor.guestId
  if (actor.kind === 'device') return actor.deviceId
  if (actor.kind === 'staff' || actor.kind === 'user') return actor.userId
  return clientAddress
}

function dropPast(arrivals: Map<string, number>, nowMs: number): void {
  for (const [key, arrivalMs] of arrivals) if (arrivalMs <= nowMs) arrivals.delete(key)
}
