import type { RateLimit } from '@repo/config/limits'
import type { Taken } from './limit-store.ts'
import { createSteadyClock } from './steady-clock.ts'

/** A `LimitStore` that answers at once. */
type MemoryLimitStore = {
  take(key: string, limit: RateLimit): Taken
  forget(key: string): void
  readonly size: number
}

/** When each request was let through, oldest at `first`; what lies before it has left the window. */
type Log = { times: number[]; first: number; windowMs: number }

const sweptPerNewKey = 2
const minCompacted = 16

/**
 * A sliding log per key: exact, because it is the window itself. A key holds one number per request that it was allowed
 * within the window, so memory follows traffic; idle keys are dropped as new ones come, and at `maxKeys` the
 * oldest gives way.
 */
export function createMemoryLimitStore(wallClock: () => number, maxKeys = 200_000): MemoryLimitStore {
  const now = createSteadyClock(wallClock)
  const logs = new Map<string, Log>()
  let sweep = logs.entries()

  function open(key: string, windowMs: number, nowMs: number): Log {
    for (let n = 0; n < sweptPerNewKey; n += 1) dropIfSilent(nowMs)
    if (logs.size >= maxKeys) for (const oldest of logs.keys()) if (logs.delete(oldest)) break
    const log = { times: [], first: 0, windowMs }
    logs.set(key, log)
    return log
  }

  function dropIfSilent(nowMs: number): void {
    const { value, done } = sweep.next()
    if (done) sweep = logs.entries()
    else if ((value[1].times.at(-1) ?? 0) + value[1].windowMs <= nowMs) logs.delete(value[0])
  }

  return {
    get size() {
      return logs.size
    },
    take(key, { max, windowSeconds }) {
      const nowMs = now()
      const windowMs = windowSeconds * 1_000
      const log = logs.get(key) ?? open(key, windowMs, nowMs)
      const used = countRecent(log, nowMs)
      const allowed = used < max
      if (allowed) log.times.push(nowMs)
      const oldestMs = log.times[log.first] ?? nowMs
      return {
        allowed,
        max,
        remaining: Math.max(0, max - used - 1),
        waitMs: oldestMs + windowMs - nowMs,
      }
    },
    forget: (key) => void logs.delete(key),
  }
}

function countRecent(log: Log, nowMs: number): number {
  const { times, windowMs } = log
  while ((times[log.first] ?? nowMs) + windowMs <= nowMs) log.first += 1
  if (log.first >= minCompacted && log.first * 2 >= times.length) {
    log.times = times.slice(log.first)
    log.first = 0
  }
  return log.times.length - log.first
}
