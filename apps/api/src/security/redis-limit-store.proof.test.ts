import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRedis } from '../testing/start-redis.ts'
import { connectRedis } from './connect-redis.ts'
import type { LimitStore } from './limit-store.ts'
import { createRedisLimitStore } from './redis-limit-store.ts'

const limit = { max: 5, windowSeconds: 2 }
const windowMs = limit.windowSeconds * 1_000

let server: Awaited<ReturnType<typeof startRedis>>
let redis: Awaited<ReturnType<typeof connectRedis>>
let store: LimitStore
beforeAll(async () => {
  server = await startRedis()
  redis = await connectRedis(server.url, pino({ enabled: false }))
  store = createRedisLimitStore(redis)
}, 120_000)
afterAll(() => {
  redis?.disconnect()
  server?.child.kill('SIGKILL')
})

async function takeMany(key: string, count: number) {
  const taken = await Promise.all(Array.from({ length: count }, () => store.take(key, limit)))
  return taken.filter(({ allowed }) => allowed).length
}
/** Waits for so long after a moment of `performance.now()`. */
const until = (startMs: number, afterMs: number) => pause(startMs + afterMs - performance.now())

test('Redis gives no second burst behind the edge of a window, wherever its edge is', async () => {
  const edges = [0.1, 0.35, 0.6, 0.85].map(async (offset) => {
    await pause(offset * windowMs)
    const key = `edge ${offset}`
    const startMs = performance.now()
    expect(await takeMany(key, 1)).toBe(1)
    await until(startMs, 0.8 * windowMs)
    expect(await takeMany(key, limit.max)).toBe(limit.max - 1)
    await until(startMs, 1.1 * windowMs)
    expect(await takeMany(key, limit.max)).toBe(1)
  })
  await Promise.all(edges)
})

test('Redis is open again after the wait that it asks for, and not before', async () => {
  const startMs = performance.now()
  expect(await takeMany('wait', limit.max)).toBe(limit.max)
  const endMs = performance.now()
  const refused = await store.take('wait', limit)
  expect(refused).toMatchObject({ allowed: false, remaining: 0 })
  expect(refused.waitMs).toBeLessThanOrEqual(windowMs)
  await until(startMs, windowMs * 0.7)
  expect((await store.take('wait', limit)).allowed).toBe(false)
  // Its clock counts whole milliseconds.
  await until(endMs, refused.waitMs + 2)
  expect((await store.take('wait', limit)).allowed).toBe(true)
})

test('Redis never lets more than the limit through in any window of its length', async () => {
  const patterns = fc.sample(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 25, maxLength: 40 }), 30)
  await Promise.all(
    patterns.map(async (gapsMs, n) => {
      const allowed: { sentMs: number; answeredMs: number }[] = []
      for (const gapMs of gapsMs) {
        await pause(gapMs % 3 === 0 ? gapMs : 0)
        const sentMs = performance.now()
        if ((await store.take(`any ${n}`, limit)).allowed)
          allowed.push({ sentMs, answeredMs: performance.now() })
      }
      for (let at = limit.max; at < allowed.length; at += 1)
        expect(
          (allowed[at]?.answeredMs ?? 0) - (allowed[at - limit.max]?.sentMs ?? 0),
        ).toBeGreaterThanOrEqual(windowMs - 1)
    }),
  )
})
