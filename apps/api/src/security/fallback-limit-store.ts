import type { RateLimit } from '@repo/config/limits'
import type { Logger } from 'pino'
import type { LimitStore, Taken } from './limit-store.ts'

/** A failed shared store is asked this often, by one request, and only that request waits. */
const retryMs = 1_000
/** This many processes may count separately before limits that guard a secret get weaker. */
const assumedProcesses = 4

/**
 * Counts in the shared store, and in this process alone while that is down: ordering keeps its limits, and those that
 * guard a secret drop to a quarter.
 */
export function createFallbackLimitStore(shared: LimitStore, own: LimitStore, log: Logger): LimitStore {
  let away = false
  let retryAtMs = 0

  function fail(error: unknown): void {
    if (!away) log.error({ err: error }, 'the shared limit store is down, counting in this process')
    away = true
  }

  async function ask<T>(work: () => Promise<T> | T, otherwise: () => Promise<T> | T): Promise<T> {
    if (away && performance.now() < retryAtMs) return otherwise()
    retryAtMs = performance.now() + retryMs
    try {
      const answer = await work()
      if (away) log.warn('the shared limit store is back')
      away = false
      return answer
    } catch (error) {
      fail(error)
      return otherwise()
    }
  }

  return {
    take: (key, limit) =>
      ask<Taken>(
        () => shared.take(key, limit),
        () => own.take(key, alone(limit)),
      ),
    async forget(key) {
      await own.forget(key)
      await ask<void>(
        () => shared.forget(key),
        () => {},
      )
    },
  }
}

const alone = (limit: RateLimit): RateLimit =>
  limit.guardsSecret ? { ...limit, max: Math.max(1, Math.floor(limit.max / assumedProcesses)) } : limit
