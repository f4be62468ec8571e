import { afterEach, expect, test, vi } from 'vitest'
import { followEvents } from './follow-events.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const followNothing = (fetch: () => Promise<Response>) =>
  followEvents({ path: '/events', fetch, cursor: 'branch.1.1', onEvent: () => {}, onResync: async () => '' })

test('a long outage leaves no listener behind for each try', async () => {
  vi.useFakeTimers()
  const added = vi.spyOn(EventTarget.prototype, 'addEventListener')
  const removed = vi.spyOn(EventTarget.prototype, 'removeEventListener')
  const fetch = vi.fn(async () => new Response(null, { status: 503 }))
  const follower = followNothing(fetch)
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(fetch.mock.calls.length).toBeGreaterThan(50)
  expect(added.mock.calls.length - removed.mock.calls.length).toBeLessThanOrEqual(1)
  follower.close()
})

test('closing while it waits ends it at once', async () => {
  vi.useFakeTimers()
  const fetch = vi.fn(async () => new Response(null, { status: 503 }))
  const follower = followNothing(fetch)
  await vi.advanceTimersByTimeAsync(60_000)
  const tries = fetch.mock.calls.length
  follower.close()
  expect(vi.getTimerCount()).toBe(0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fetch).toHaveBeenCalledTimes(tries)
})
