import { webhook } from '@repo/config/limits'
import { expect, it } from 'vitest'
import { retryDelaySeconds } from './retry-delay.ts'

const delays = (random: number) =>
  Array.from({ length: webhook.maxAttempts - 1 }, (_, tried) => retryDelaySeconds(tried + 1, () => random))
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

it('ten tries are spread over about a day, each later than the one before', () => {
  expect(delays(0.5).slice(0, 4)).toEqual([10, 40, 160, 640])
  expect(sum(delays(0.5)) / 3_600).toBeCloseTo(24.8, 1)
  expect(sum(delays(0)) / 3_600).toBeGreaterThan(18)
})

it('receivers of one outage are tried again at different times', () => {
  expect(retryDelaySeconds(1, () => 0)).toBe(8)
  expect(retryDelaySeconds(1, () => 1)).toBeCloseTo(12)
})
