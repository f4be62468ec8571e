import { rateLimit } from '@repo/config/limits'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiError } from '../http/api-error.ts'
import { createMemoryRateLimiter } from './rate-limiter.ts'

const { max, windowSeconds } = rateLimit.guestCreate
const windowMs = windowSeconds * 1_000

function allowedAt(timesMs: number[]): number[] {
  let nowMs = 0
  const limiter = createMemoryRateLimiter(() => nowMs)
  return timesMs.filter((timeMs) => {
    nowMs = timeMs
    try {
      limiter.takeKey('guestCreate', 'key')
      return true
    } catch {
      return false
    }
  })
}

describe('the limiter', () => {
  test('lets exactly the limit through in a burst', () => {
    expect(allowedAt(Array(max + 5).fill(1_000))).toHaveLength(max)
  })

  test('frees one place at a time, and waiting as long as it says succeeds', () => {
    let nowMs = 5_000
    const limiter = createMemoryRateLimiter(() => nowMs)
    for (let n = 0; n < max; n += 1) limiter.takeKey('guestCreate', 'key')
    const refusal = catchError(() => limiter.takeKey('guestCreate', 'key'))
    expect(refusal).toMatchObject({
      code: 'RATE_LIMITED',
      extras: { retryAfterSeconds: windowSeconds / max },
    })
    nowMs += (refusal.extras.retryAfterSeconds ?? 0) * 1_000
    expect(() => limiter.takeKey('guestCreate', 'key')).not.toThrow()
  })

  test('counts each key and each limit on its own', () => {
    const limiter = createMemoryRateLimiter(() => 0)
    for (let n = 0; n < max; n += 1) limiter.takeKey('guestCreate', 'one')
    expect(() => limiter.takeKey('guestCreate', 'two')).not.toThrow()
    expect(() => limiter.takeKey('guestRead', 'one')).not.toThrow()
  })

  test('never lets a steady caller exceed the rate over time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: windowMs * 4 }), { maxLength: 200 }), (timesMs) => {
        const allowed = allowedAt(timesMs.toSorted((a, b) => a - b))
        const spanMs = (allowed.at(-1) ?? 0) - (allowed[0] ?? 0)
        expect(allowed.length).toBeLessThanOrEqual(max + Math.floor((spanMs * max) / windowMs))
      }),
    )
  })
})

function catchError(work: () => void): ApiError {
  try {
    work()
  } catch (error) {
    if (error instanceof ApiError) return error
  }
  throw new Error('expected a refusal')
}
