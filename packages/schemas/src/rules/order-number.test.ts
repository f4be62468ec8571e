import { expect, test } from 'vitest'
import { formatOrderNumber } from './order-number.ts'

test.each([
  [1, '0001'],
  [147, '0147'],
  [9999, '9999'],
  [10_000, '10000'],
])('order %i is shown as %s', (orderNumber, expected) => {
  expect(formatOrderNumber(orderNumber)).toBe(expected)
})
