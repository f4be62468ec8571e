import { expect, test } from 'vitest'
import { icuArguments } from './icu-arguments.ts'

test('finds arguments with their types, inside plural branches too', () => {
  expect(icuArguments('Table {label}')).toEqual(['label:value'])
  expect(icuArguments('{n, plural, one {# dish for {who}} other {# dishes}}, <b>{sum}</b>')).toEqual([
    'b:tag',
    'n:plural',
    'sum:value',
    'who:value',
  ])
})

test('quoted braces are text', () => {
  expect(icuArguments("a '{literal}' brace")).toEqual([])
})

test.each(['{open', 'close}', '{n, plural, one {x}'])('refuses %j', (message) => {
  expect(() => icuArguments(message)).toThrow()
})
