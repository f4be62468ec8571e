import type { RateLimit } from '@repo/config/limits'

/** What counting one request came to. `waitMs` is how long until the oldest counted request leaves the window. */
export type Taken = { allowed: boolean; max: number; remaining: number; waitMs: number }

/** Keeps count per key, and never lets more than `max` through in any window of the limit's length. */
export type LimitStore = {
  take(key: string, limit: RateLimit): Promise<Taken> | Taken
  forget(key: string): Promise<void> | void
}
