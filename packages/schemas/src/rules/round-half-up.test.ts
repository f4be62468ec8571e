import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mulDivHalfUp } from './round-half-up.ts'

const amount = fc.integer({ min: 0, max: 1_000_000_000 })
const ratePpm = fc.integer({ min: 0, max: 1_000_000 })

test.each([
  [10, 1, 4, 3],
  [10, 1, 3, 3],
  [20, 1, 3, 7],
  [1050, 180_000, 1_000_000, 189],
  [1025, 100_000, 1_000_000, 103],
  [0, 5, 7, 0],
])('%i × %i ÷ %i is %i', (value, numerator, denominator, expected) => {
  expect(mulDivHalfUp(value, numerator, denominator)).toBe(expected)
})

test('the result is the nearest integer, the upper one of two equally near', () => {
  fc.assert(
    fc.property(amount, ratePpm, (value, rate) => {
      const distance =
        BigInt(mulDivHalfUp(value, rate, 1_000_000)) * 1_000_000n - BigInt(value) * BigInt(rate)
      expect(distance > -500_000n && distance <= 500_000n).toBe(true)
    }),
  )
})

test('a refund mirrors its charge', () => {
  fc.assert(
    fc.property(amount, ratePpm, (value, rate) => {
      expect(mulDivHalfUp(-value, rate, 1_000_000) + mulDivHalfUp(value, rate, 1_000_000)).toBe(0)
    }),
  )
})

test('a product beyond safe integers is exact as long as the result is safe', () => {
  expect(mulDivHalfUp(Number.MAX_SAFE_INTEGER, 1_000_000, 1_000_000)).toBe(Number.MAX_SAFE_INTEGER)
})

test.each([
  [Number.MAX_SAFE_INTEGER, 2, 1],
  [Number.MAX_SAFE_INTEGER + 1, 1, 1],
  [1.5, 1, 1],
  [Number.NaN, 1, 1],
  [1, 1, 0],
  [1, 1, -1],
])('%d × %d ÷ %d is refused', (value, numerator, denominator) => {
  expect(() => mulDivHalfUp(value, numerator, denominator)).toThrow(RangeError)
})
