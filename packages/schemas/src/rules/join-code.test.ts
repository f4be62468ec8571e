import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  codeAlphabet,
  encodeCode,
  formatTableCode,
  isJoinCode,
  isTableCode,
  joinCodeLength,
  normalizeCode,
  tableCodeLength,
} from './join-code.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

test('the alphabet has 32 different characters and none that look alike', () => {
  expect(new Set(codeAlphabet).size).toBe(32)
  expect(codeAlphabet).not.toMatch(/[O0I1]/)
})

test('every character is as likely as every other', () => {
  const counts = new Map<string, number>()
  for (const character of encodeCode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    256,
  )) {
    counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8))
})

test('too few bytes are refused rather than padded', () => {
  expect(() => encodeCode(new Uint8Array(5), joinCodeLength)).toThrow(RangeError)
})

test('an encoded code is valid and survives being shown and typed', () => {
  fc.assert(
    fc.property(bytes(tableCodeLength), (random) => {
      const code = encodeCode(random, tableCodeLength)
      expect(isTableCode(code)).toBe(true)
      expect(normalizeCode(formatTableCode(code).toLowerCase())).toBe(code)
    }),
  )
  fc.assert(fc.property(bytes(joinCodeLength), (random) => isJoinCode(encodeCode(random, joinCodeLength))))
})

test('a table code is shown in fours', () => {
  expect(formatTableCode('ABCDEFGH2345')).toBe('ABCD-EFGH-2345')
})

test('spaces, dashes of any kind and case do not matter', () => {
  expect(normalizeCode(' abc–d ef—gh-2345\t')).toBe('ABCDEFGH2345')
})

test.each(['', 'ABCDE', 'ABCDEFG', 'ABCDE0', 'ABCDEO', 'ABCDE1', 'ABCDEI', 'abcdef', 'ABC EF'])(
  '%j is no join code',
  (code) => {
    expect(isJoinCode(code)).toBe(false)
  },
)

test.each(['ABCDEFGH234', 'ABCDEFGH23456', 'ABCD-EFGH-2345', 'ABCDEFGH2340'])(
  '%j is no table code',
  (code) => {
    expect(isTableCode(code)).toBe(false)
  },
)
