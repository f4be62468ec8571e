import { expect, test } from 'vitest'
import { formatTimer } from './format-timer.ts'

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [160_000, '2:40'],
  [1_450_000, '24:10'],
  [3_661_000, '1:01:01'],
])('%i ms reads %s', (ms, text) => {
  expect(formatTimer(ms)).toBe(text)
})
