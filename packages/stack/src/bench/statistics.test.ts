import { expect, test } from 'vitest'
import { median, quantile } from './statistics.ts'

test('a quantile is one of the values, whatever their order', () => {
  const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(quantile(oneToHundred, 0.99)).toBe(99)
  expect(quantile(oneToHundred, 1)).toBe(100)
  expect(median([3, 1, 2])).toBe(2)
})

test('no values have no median, which meets no goal', () => {
  expect(median([])).toBeNaN()
})
