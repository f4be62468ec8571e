import { expect, test } from 'vitest'
import { Accent } from '../contract/menu.ts'
import { accents } from './accent.ts'

test('eight accents with distinct names are on offer, all in the range that a branch may have', () => {
  expect(new Set(accents.map(({ id }) => id)).size).toBe(8)
  for (const { hue, chroma } of accents) expect(Accent.safeParse({ hue, chroma }).success).toBe(true)
})

test.each([
  [0, 0, true],
  [360, 0.2, true],
  [-1, 0.1, false],
  [361, 0.1, false],
  [158, 0.201, false],
  [158, -0.001, false],
  [Number.NaN, 0.1, false],
  [158, Number.NaN, false],
])('hue %d with chroma %d: in range is %s', (hue, chroma, expected) => {
  expect(Accent.safeParse({ hue, chroma }).success).toBe(expected)
})
