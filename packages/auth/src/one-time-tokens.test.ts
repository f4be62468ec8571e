import { expect, it } from 'vitest'
import { hashRecoveryCode, newOneTimeToken, newRecoveryCodes, oneTimeHashes } from './one-time-tokens.ts'

it('a token has 256 bits, and only keyed hashes of it are stored', () => {
  const token = newOneTimeToken()
  expect(token).toMatch(/^[\w-]{43}$/)
  const [one, other] = oneTimeHashes(token, ['first', 'second'])
  expect(one).toMatch(/^[0-9a-f]{64}$/)
  expect(one).not.toBe(other)
})

it('recovery codes are ten, all different, and are found however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
    expect(hashRecoveryCode(code.toLowerCase().replaceAll('-', ' '))).toBe(hashRecoveryCode(code))
  }
})

it.each(['', '123456', 'ABCD-EFGH-JKLM-NPQ0', 'x'.repeat(500)])('%s is not a recovery code', (text) => {
  expect(hashRecoveryCode(text)).toBeUndefined()
})
