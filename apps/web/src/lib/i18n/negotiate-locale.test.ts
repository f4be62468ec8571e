import { describe, expect, test } from 'vitest'
import { negotiateLocale } from './negotiate-locale.ts'

describe('negotiateLocale', () => {
  test('a chosen language wins over the browser', () => {
    expect(negotiateLocale('es', 'en-GB,en;q=0.9')).toBe('es')
  })

  test('a regional tag counts as its language', () => {
    expect(negotiateLocale(undefined, 'es-PE,es;q=0.9,en;q=0.8')).toBe('es')
  })

  test('weights decide, not the order', () => {
    expect(negotiateLocale(undefined, 'en;q=0.3, fr;q=0.9, es;q=0.8')).toBe('es')
  })

  test('a refused language is not served', () => {
    expect(negotiateLocale(undefined, 'es;q=0, de')).toBe('en')
  })

  test('an unknown cookie or an empty header falls back to English', () => {
    expect(negotiateLocale('xx', null)).toBe('en')
    expect(negotiateLocale('../es', '*')).toBe('en')
  })
})
