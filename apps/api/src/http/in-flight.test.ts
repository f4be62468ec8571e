import { afterEach, expect, test, vi } from 'vitest'
import { createInFlight } from './in-flight.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('a request that nobody answers is given up after 30 seconds, and no earlier', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'performance'] })
  const inFlight = createInFlight()
  let code: unknown
  inFlight
    .run(() => new Promise(() => {}))
    .catch((error) => {
      code = error.code
    })
  await vi.advanceTimersByTimeAsync(29_900)
  expect([code, inFlight.count]).toEqual([undefined, 1])
  await vi.advanceTimersByTimeAsync(1_200)
  expect([code, inFlight.count]).toEqual(['UNAVAILABLE', 0])
})

test('work whose time is up is told so, so that it leaves nothing behind', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'performance'] })
  const inFlight = createInFlight()
  let deadline = { over: false }
  inFlight
    .run((own) => {
      deadline = own
      return new Promise(() => {})
    })
    .catch(() => {})
  expect(deadline.over).toBe(false)
  await vi.advanceTimersByTimeAsync(31_100)
  expect(deadline.over).toBe(true)
})
