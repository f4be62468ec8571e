import type { RateLimit } from '@repo/config/limits'

/** The result of counting one request. `waitMs` is how long until the oldest counted request leaves the window. */
export type Taken = { allowed: boolean; max: number; remaining: number; waitMs: number }

/** Counts per key, and never lets more than `max` through in any window of the limit's length. */
export type LimitStore = {
  take(key: string, limit: RateLimit): Promise<Taken> | Taken
  forget(key: string): Promise<void> | void
}
