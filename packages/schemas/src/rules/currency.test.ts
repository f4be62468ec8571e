import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyDecimals, isCurrencyCode, splitMoney } from './currency.ts'

describe('isCurrencyCode', () => {
  test.each(['PEN', 'USD', 'EUR', 'CLP', 'KWD', 'XPF', 'ZWG'])('%s is one', (code) => {
    expect(isCurrencyCode(code)).toBe(true)
  })

  test.each(['', 'pen', 'US', 'USDX', 'D A', 'ED ', 'XXX', 'XAU', 'DEM', 'ABC'])('%j is not one', (code) => {
    expect(isCurrencyCode(code)).toBe(false)
  })
})

describe('currencyDecimals', () => {
  test.each(['CLP', 'JPY', 'KRW', 'PYG', 'VND', 'ISK', 'UGX', 'XAF', 'XOF', 'XPF'])('%s has 0', (code) => {
    expect(currencyDecimals(code)).toBe(0)
    expect(isCurrencyCode(code)).toBe(true)
  })

  test.each(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])('%s has 3', (code) => {
    expect(currencyDecimals(code)).toBe(3)
    expect(isCurrencyCode(code)).toBe(true)
  })

  test.each(['PEN', 'USD', 'EUR', 'COP', 'HUF', '', 'P'])('%j has 2', (code) => {
    expect(currencyDecimals(code)).toBe(2)
  })
})

describe('splitMoney', () => {
  test.each([
    [4800, 'PEN', 'en', 'S/', '48.00'],
    [4800, 'PEN', 'es-PE', 'S/', '48.00'],
    [123_450, 'USD', 'en', '$', '1,234.50'],
    [1200, 'CLP', 'en', '$', '1,200'],
    [1250, 'KWD', 'en', 'KWD', '1.250'],
    [5, 'USD', 'en', '$', '0.05'],
    [-300, 'USD', 'en', '$', '-3.00'],
    [100_000, 'COP', 'en', '$', '1,000.00'],
  ])('%i %s in %s reads %s %s', (amountMinor, currency, locale, symbol, amount) => {
    expect(splitMoney(amountMinor, currency, locale)).toEqual({ symbol, amount, symbolFirst: true })
  })

  test('the symbol goes where the locale puts it', () => {
    expect(splitMoney(850, 'EUR', 'es-ES')).toEqual({ symbol: '€', amount: '8,50', symbolFirst: false })
  })

  test('no minor unit is lost, however large the amount and whatever the decimals', () => {
    const currency = fc.constantFrom('CLP', 'PEN', 'KWD')
    fc.assert(
      fc.property(fc.maxSafeNat(), currency, (amountMinor, code) => {
        const { amount } = splitMoney(amountMinor, code, 'en')
        expect(Number(amount.replaceAll(/\D/g, ''))).toBe(amountMinor)
        expect(amount.split('.')[1]?.length ?? 0).toBe(currencyDecimals(code))
      }),
    )
  })
})
