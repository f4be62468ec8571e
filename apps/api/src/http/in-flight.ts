import { overload, timeout } from '@repo/config/limits'
import { ApiError } from './api-error.ts'

/** Time that a request has; work that sees `over` must not leave anything behind. */
export type Deadline = { readonly over: boolean }

export type InFlight = {
  readonly count: number
  /** Runs the work of one request until its time is up. @throws OVERLOADED, UNAVAILABLE with the seconds to wait. */
  run<T>(work: (deadline: Deadline) => Promise<T>): Promise<T>
}

type Entry = { over: boolean; startedAtMs: number; giveUp: (error: ApiError) => void }

const sweepsPerTimeout = 30

/**
 * The requests that this process works on: no more than it can answer in time, and none beyond its deadline. One
 * timer looks at the oldest ones, since a timer for each would cost more than most requests.
 */
export function createInFlight(
  maxInFlight: number = overload.maxInFlight,
  requestMs: number = timeout.requestMs,
): InFlight {
  // A set keeps the order of arrival, so all requests after the first one in time are in time too.
  const entries = new Set<Entry>()
  const sweep = () => {
    const startedBeforeMs = performance.now() - requestMs
    for (const entry of entries) {
      if (entry.startedAtMs > startedBeforeMs) break
      entry.over = true
      entries.delete(entry)
      entry.giveUp(refusal('UNAVAILABLE'))
    }
  }
  setInterval(sweep, requestMs / sweepsPerTimeout).unref()

  return {
    get count() {
      return entries.size
    },
    async run(work) {
      if (entries.size >= maxInFlight) throw refusal('OVERLOADED')
      const { promise: timeUp, reject: giveUp } = Promise.withResolvers<never>()
      const entry: Entry = { over: false, startedAtMs: performance.now(), giveUp }
      entries.add(entry)
      try {
        return await Promise.race([work(entry), timeUp])
      } finally {
        entries.delete(entry)
      }
    },
  }
}

const refusal = (code: 'OVERLOADED' | 'UNAVAILABLE'): ApiError =>
  new ApiError(code, { retryAfterSeconds: overload.retryAfterSeconds })
