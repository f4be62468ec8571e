import { expect, test } from 'vitest'
import { localize } from './localize.ts'

test("a text is read in the wanted language, else in the branch's own", () => {
  const text = { en: 'Soup', es: 'Sopa' }
  expect([localize(text, 'es', 'en'), localize(text, 'de', 'es')]).toEqual(['Sopa', 'Sopa'])
})

test('a text that exists in one language alone is never empty', () => {
  expect(localize({ es: 'Sopa' }, 'en')).toBe('Sopa')
  expect(localize({ en: 'Soup' }, 'es', 'es')).toBe('Soup')
  expect(localize({}, 'en', 'es')).toBe('')
})
