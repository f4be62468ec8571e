import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rateLimit } from '@repo/config/limits'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryRateLimiter } from '../testing/create-memory-rate-limiter.ts'
import { createMemoryLimitStore } from './memory-limit-store.ts'
import { type LimitName, RateLimited } from './rate-limiter.ts'

const names = Object.keys(rateLimit) as LimitName[]
const { max, windowSeconds } = rateLimit.guestCreate
const windowMs = windowSeconds * 1_000

function allowedAt(timesMs: number[], name: LimitName = 'guestCreate'): number[] {
  let nowMs = 0
  const limiter = createMemoryRateLimiter(() => nowMs)
  return timesMs.filter((timeMs) => {
    nowMs = timeMs
    return refusalOf(() => limiter.takeKey(name, 'key')) === undefined
  })
}

describe.each(names)('the limit %s', (name) => {
  const limit = rateLimit[name]

  test('lets exactly its number through, at once and one after the other', () => {
    const burst = Array<number>(limit.max + 5).fill(1_000)
    expect(allowedAt(burst, name)).toHaveLength(limit.max)
    const stepMs = (limit.windowSeconds * 1_000) / (limit.max + 6)
    const inTurn = burst.map((startMs, n) => startMs + Math.floor(n * stepMs))
    expect(allowedAt(inTurn, name)).toHaveLength(limit.max)
  })

  test('is open again after the wait that it asks for, and not before', () => {
    let nowMs = 5_000
    const limiter = createMemoryRateLimiter(() => nowMs)
    for (let n = 0; n < limit.max; n += 1) limiter.takeKey(name, 'key')
    const refused = refusalOf(() => limiter.takeKey(name, 'key'))
    expect(refused?.extras.retryAfterSeconds).toBe(limit.windowSeconds)
    nowMs += limit.windowSeconds * 1_000 - 1
    expect(refusalOf(() => limiter.takeKey(name, 'key'))).toBeInstanceOf(RateLimited)
    nowMs += 1
    expect(refusalOf(() => limiter.takeKey(name, 'key'))).toBeUndefined()
  })
})

describe('the limiter', () => {
  test('never lets more than the limit through in any window of its length', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: windowMs * 4 }), { maxLength: 300 }), (timesMs) => {
        const allowed = allowedAt(timesMs.toSorted((a, b) => a - b))
        for (let n = max; n < allowed.length; n += 1)
          expect((allowed[n] ?? 0) - (allowed[n - max] ?? 0)).toBeGreaterThanOrEqual(windowMs)
      }),
    )
  })

  test('does not allow a second burst right after a window ends', () => {
    const before = Array<number>(max).fill(windowMs - 1)
    const after = Array<number>(max).fill(windowMs + 1)
    expect(allowedAt([...before, ...after])).toEqual(before)
  })

  test('says what is left and when a place becomes free', () => {
    let nowMs = 0
    const limiter = createMemoryRateLimiter(() => nowMs)
    limiter.takeKey('guestCreate', 'key')
    nowMs = 20_400
    expect(limiter.takeKey('guestCreate', 'key')).toEqual({
      ...{ name: 'guestCreate', max, windowSeconds },
      ...{ remaining: max - 2, resetSeconds: 40 },
    })
  })

  test('counts each key and each limit separately, and does not count refusals', () => {
    const limiter = createMemoryRateLimiter(() => 0)
    for (let n = 0; n < max; n += 1) limiter.takeKey('guestCreate', 'one')
    expect(refusalOf(() => limiter.takeKey('guestCreate', 'one'))).toBeDefined()
    expect(refusalOf(() => limiter.takeKey('guestCreate', 'two'))).toBeUndefined()
    expect(refusalOf(() => limiter.takeKey('guestRead', 'one'))).toBeUndefined()
  })

  test('counts on when the clock is set back: nobody gets more, and nobody waits longer', () => {
    const late = Array<number>(max).fill(3_600_000)
    expect(allowedAt([...late, 1_000, windowMs + 999, windowMs + 1_000])).toEqual([...late, windowMs + 1_000])
  })
})

test('every count is awaited, because a shared store answers later', () => {
  const folder = join(import.meta.dirname, '..')
  const careless = globSync('{features,http,security}/**/*.ts', { cwd: folder })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => /limiter\.(take|takeKey|forget)\(/.test(line))
    .filter((line) => !/(await|return) [\w.]*limiter\./.test(line))
  expect(careless).toEqual([])
})

describe('its memory', () => {
  const limit = { max: 3, windowSeconds: 60 }

  test('forgets idle keys as new ones come', () => {
    let nowMs = 0
    const store = createMemoryLimitStore(() => nowMs)
    for (let n = 0; n < 1_000; n += 1) store.take(`old ${n}`, limit)
    nowMs = 60_000
    for (let n = 0; n < 1_000; n += 1) store.take(`new ${n}`, limit)
    expect(store.size).toBeLessThan(1_100)
  })

  test('is bounded: the oldest key gives way', () => {
    const store = createMemoryLimitStore(() => 0, 100)
    for (let n = 0; n < 1_000; n += 1) store.take(`key ${n}`, limit)
    expect(store.size).toBe(100)
    expect(store.take('key 999', limit).remaining).toBe(limit.max - 2)
  })
})

function refusalOf(work: () => void): RateLimited | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof RateLimited) return error
    throw error
  }
  return undefined
}
