import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitByLargestRemainder } from './split-by-largest-remainder.ts'

const amount = fc.nat({ max: 1_000_000_000 })
const weights = fc
  .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0))

test('thirds of 100.00 add up exactly, and the first guest pays the odd cent', () => {
  expect(splitByLargestRemainder(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333])
})

test('what is left goes to the largest remainders', () => {
  expect(splitByLargestRemainder(10, [15, 15, 70])).toEqual([2, 1, 7])
  expect(splitByLargestRemainder(10, [14, 17, 69])).toEqual([1, 2, 7])
})

test('shares sum to the amount exactly', () => {
  fc.assert(
    fc.property(amount, weights, (amountMinor, list) => {
      const sum = splitByLargestRemainder(amountMinor, list).reduce((total, share) => total + share, 0)
      expect(sum).toBe(amountMinor)
    }),
  )
})

test('each share is less than 1 away from its exact quota', () => {
  fc.assert(
    fc.property(amount, weights, (amountMinor, list) => {
      const total = BigInt(list.reduce((sum, weight) => sum + weight, 0))
      splitByLargestRemainder(amountMinor, list).forEach((share, index) => {
        const distance = BigInt(share) * total - BigInt(amountMinor) * BigInt(list[index] ?? 0)
        expect(distance > -total && distance < total).toBe(true)
      })
    }),
  )
})

test('a share without weight is nothing', () => {
  expect(splitByLargestRemainder(999, [0, 3, 0, 4])).toEqual([0, 428, 0, 571])
  expect(splitByLargestRemainder(0, [0, 0])).toEqual([0, 0])
  expect(splitByLargestRemainder(0, [])).toEqual([])
})

test.each([
  [1, []],
  [1, [0, 0]],
  [-1, [1]],
  [1.5, [1]],
  [1, [1, -1]],
  [1, [0.5]],
])('%d over %j is refused', (amountMinor, list) => {
  expect(() => splitByLargestRemainder(amountMinor, list)).toThrow(RangeError)
})
