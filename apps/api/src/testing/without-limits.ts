import { createMemoryRateLimiter } from './create-memory-rate-limiter.ts'
import type { TestApp } from './test-app.ts'

const hourMs = 3_600_000

/** Lets the limits' clock run ahead with every request, so that none of them answers instead of what is tested. */
export function withoutLimits({ deps }: TestApp): void {
  let nowMs = Date.now()
  deps.limiter = createMemoryRateLimiter(() => {
    nowMs += hourMs
    return nowMs
  })
}
