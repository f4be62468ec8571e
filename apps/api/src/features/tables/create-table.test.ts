import { randomCode } from '@repo/auth'
import { code } from '@repo/config/limits'
import { codeAlphabet, isTableCode, joinCodeLength } from '@repo/schemas/rules'
import { expect, test } from 'vitest'

test('the server makes only codes that people can type', () => {
  expect(isTableCode(randomCode(code.tableLengthChars))).toBe(true)
  expect(code.joinLengthChars).toBe(joinCodeLength)
  expect(new Set(randomCode(4_000))).toEqual(new Set(codeAlphabet))
})
