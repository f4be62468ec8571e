import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPriceInput, parsePrice } from './parse-price.ts'

test.each([
  ['48', 'PEN', 4_800],
  ['48.5', 'PEN', 4_850],
  ['48,50', 'PEN', 4_850],
  ['0', 'USD', 0],
  ['1200', 'JPY', 1_200],
  ['1.250', 'KWD', 1_250],
])('%s in %s is %i', (text, currency, minor) => {
  expect(parsePrice(text, currency)).toBe(minor)
})

test.each([
  ['', 'PEN'],
  ['4.999', 'PEN'],
  ['12.5', 'JPY'],
  ['-3', 'PEN'],
  ['1e3', 'PEN'],
  ['12345678', 'PEN'],
  ['1,000.00', 'PEN'],
])('%s in %s is not a price', (text, currency) => {
  expect(parsePrice(text, currency)).toBeUndefined()
})

test('what is shown is read back as the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.constantFrom('PEN', 'JPY', 'KWD'),
      (minor, currency) => {
        expect(parsePrice(formatPriceInput(minor, currency), currency)).toBe(minor)
      },
    ),
  )
})
