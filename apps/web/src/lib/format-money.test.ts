import { expect, test } from 'vitest'
import { formatMoney } from './format-money.ts'

const money = (amountMinor: number, currency: string, locale: string) =>
  formatMoney({ amountMinor, currency, locale }).replaceAll('\u00a0', ' ')

test('a currency keeps its own symbol and digits in every language', () => {
  expect(money(4800, 'PEN', 'en')).toBe('S/ 48.00')
  expect(money(4800, 'PEN', 'es')).toBe('S/ 48.00')
  expect(money(1450, 'USD', 'es')).toBe('$ 14.50')
  expect(money(590000, 'CLP', 'es')).toBe('$ 590.000')
})

test('a currency without one country follows the language', () => {
  expect(money(123456, 'EUR', 'en')).toBe('€ 1,234.56')
  expect(money(123456, 'EUR', 'es')).toBe('1234,56 €')
})
