import { describe, expect, test } from 'vitest'
import { formatMoney } from './format-money.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const money = (amountMinor: number, currency: string, locale: string) =>
  plain(formatMoney({ amountMinor, currency, locale }))

describe('formatMoney', () => {
  test('a currency keeps its own symbol in every language', () => {
    expect(money(4800, 'PEN', 'en')).toBe('S/ 48.00')
    expect(money(4800, 'PEN', 'es')).toBe('S/ 48.00')
    expect(money(1450, 'USD', 'en')).toBe('$ 14.50')
  })

  test('all decimals of the currency are shown, be they none, two or three', () => {
    expect(money(5900, 'CLP', 'es')).toBe('$ 5.900')
    expect(money(100, 'EUR', 'en')).toContain('1.00')
    expect(money(1500, 'KWD', 'en')).toContain('1.500')
  })

  test('an amount below zero carries a minus in front', () => {
    expect(money(-400, 'PEN', 'en')).toBe('\u2212S/ 4.00')
  })
})
