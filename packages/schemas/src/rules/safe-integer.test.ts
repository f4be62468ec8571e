import { expect, test } from 'vitest'
import { requireInteger, requireNatural, sumExact } from './safe-integer.ts'

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is not a safe integer', (value) => {
  expect(() => requireInteger(value)).toThrow(RangeError)
})

test('a natural number is 0 or more', () => {
  expect(requireNatural(0)).toBe(0)
  expect(() => requireNatural(-1)).toThrow(RangeError)
})

test('a sum that would lose a digit is refused', () => {
  expect(sumExact([Number.MAX_SAFE_INTEGER, -1])).toBe(Number.MAX_SAFE_INTEGER - 1)
  expect(() => sumExact([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
})
