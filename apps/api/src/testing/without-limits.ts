import { createMemoryRateLimiter } from './create-memory-rate-limiter.ts'
import type { TestApp } from './test-app.ts'

const hourMs = 3_600_000

/** Advances the limits' clock with every request, so that no limit answers instead of what is tested. */
export function withoutLimits({ deps }: TestApp): void {
  let nowMs = Date.now()
  deps.limiter = createMemoryRateLimiter(() => {
    nowMs += hourMs
    return nowMs
  })
}
