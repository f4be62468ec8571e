import { expect, test } from 'vitest'
import { type LastRetry, nextRetry } from './retry-delay.ts'

test('repeated failures wait twice as long each time, up to half a minute', () => {
  const delays: number[] = []
  let last: LastRetry | undefined
  let nowMs = 0
  for (let failure = 0; failure < 6; failure += 1) {
    const next = nextRetry(last, nowMs)
    delays.push(next.delaySeconds)
    last = next
    nowMs += next.delaySeconds * 1000
  }
  expect(delays).toEqual([2, 4, 8, 16, 30, 30])
})

test('a failure after a calm minute starts over', () => {
  expect(nextRetry({ attempt: 5, atMs: 0 }, 61_000).delaySeconds).toBe(2)
})
