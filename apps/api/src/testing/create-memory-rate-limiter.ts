import { createMemoryLimitStore } from '../security/memory-limit-store.ts'
import { createRateLimiter, type RateLimiter } from '../security/rate-limiter.ts'

/** Limits of one process on a clock that the test moves. */
export const createMemoryRateLimiter = (now: () => number): RateLimiter =>
  createRateLimiter(createMemoryLimitStore(now))
