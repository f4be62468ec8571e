import { expect, test } from 'vitest'
import { safeNextPath } from './safe-next-path.ts'

test('a path of this site is kept', () => {
  expect(safeNextPath('/kitchen')).toBe('/kitchen')
  expect(safeNextPath('/orders?scope=served')).toBe('/orders?scope=served')
})

test.each([
  undefined,
  '',
  'tables',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
])('%j leads to the tables instead', (wanted) => {
  expect(safeNextPath(wanted)).toBe('/tables')
})
