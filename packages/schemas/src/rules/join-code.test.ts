import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeAlphabet, formatTableCode, isTableCode, normalizeCode, tableCodeLength } from './join-code.ts'

test('the alphabet has 32 different characters and none that look alike', () => {
  expect(new Set(codeAlphabet).size).toBe(32)
  expect(codeAlphabet).not.toMatch(/[O0I1]/)
})

test('a table code survives being shown and typed', () => {
  const characters = fc.constantFrom(...codeAlphabet)
  const codes = fc.string({ unit: characters, minLength: tableCodeLength, maxLength: tableCodeLength })
  fc.assert(
    fc.property(codes, (code) => {
      expect(isTableCode(code)).toBe(true)
      expect(normalizeCode(formatTableCode(code).toLowerCase())).toBe(code)
    }),
  )
})

test('a table code is shown in groups of four', () => {
  expect(formatTableCode('ABCDEFGH2345')).toBe('ABCD-EFGH-2345')
})

test('spaces, dashes of any kind and case do not matter', () => {
  expect(normalizeCode(' abc–d ef—gh-2345\t')).toBe('ABCDEFGH2345')
})

test.each(['ABCDEFGH234', 'ABCDEFGH23456', 'ABCD-EFGH-2345', 'ABCDEFGH2340', 'abcdefgh2345'])(
  '%j is not a table code',
  (code) => {
    expect(isTableCode(code)).toBe(false)
  },
)
