import { rateLimit } from '@repo/config/limits'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFallbackLimitStore } from './fallback-limit-store.ts'
import type { LimitStore } from './limit-store.ts'
import { createMemoryLimitStore } from './memory-limit-store.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function setUp() {
  const lines: string[] = []
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line).msg) })
  const counts = createMemoryLimitStore(() => 0)
  const shared = { reachable: true }
  const answer = <T>(work: () => T): T => {
    if (!shared.reachable) throw new Error('connection refused')
    return work()
  }
  const remote: LimitStore = {
    take: (key, limit) => answer(() => counts.take(key, limit)),
    forget: (key) => answer(() => counts.forget(key)),
  }
  const store = createFallbackLimitStore(
    remote,
    createMemoryLimitStore(() => 0),
    log,
  )
  const countAllowed = async (key: keyof typeof rateLimit) => {
    let allowed = 0
    for (let n = 0; n < rateLimit[key].max + 5; n += 1) {
      if ((await store.take(key, rateLimit[key])).allowed) allowed += 1
    }
    return allowed
  }
  return { lines, shared, store, countAllowed }
}

test('while the shared store is down, ordering keeps its limits and limits that guard a secret drop to a quarter', async () => {
  const { lines, shared, countAllowed } = setUp()
  shared.reachable = false
  expect(await countAllowed('guestCreate')).toBe(rateLimit.guestCreate.max)
  expect(await countAllowed('signInPerAddress')).toBe(rateLimit.signInPerAddress.max / 4)
  expect(await countAllowed('signIn')).toBe(1)
  expect(lines).toEqual(['the shared limit store is down, counting in this process'])
})

test('the shared store is asked again a second later and continues its count', async () => {
  const { lines, shared, store, countAllowed } = setUp()
  await store.take('guestCreate', rateLimit.guestCreate)
  shared.reachable = false
  await store.take('guestCreate', rateLimit.guestCreate)
  shared.reachable = true
  expect((await store.take('guestCreate', rateLimit.guestCreate)).remaining).toBe(
    rateLimit.guestCreate.max - 2,
  )
  vi.advanceTimersByTime(1_000)
  expect(await countAllowed('guestCreate')).toBe(rateLimit.guestCreate.max - 1)
  expect(lines.at(-1)).toBe('the shared limit store is back')
})

test('a key is forgotten wherever it was counted', async () => {
  const { shared, store } = setUp()
  shared.reachable = false
  await store.take('signIn', rateLimit.signIn)
  await store.forget('signIn')
  expect((await store.take('signIn', rateLimit.signIn)).allowed).toBe(true)
})
