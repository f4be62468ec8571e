import { expect, it } from 'vitest'
import { matchTotp, newTotpSecret, totpUri } from './totp.ts'

// RFC 6238, appendix B: the ASCII secret "12345678901234567890" at 59 s gives 94287082, of which six digits are used.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const nowMs = 59_000

it('takes the code of RFC 6238, and those of the steps before and after', () => {
  expect(matchTotp(secret, '287082', 0, nowMs)).toBe(1)
  expect(matchTotp(secret, '287082', 0, nowMs + 30_000)).toBe(1)
  expect(matchTotp(secret, '287082', 0, nowMs - 30_000)).toBe(1)
  expect(matchTotp(secret, '287082', 0, nowMs + 61_000)).toBeUndefined()
})

it('takes no code of a step that was used, or of an older one', () => {
  expect(matchTotp(secret, '287082', 1, nowMs)).toBeUndefined()
  expect(matchTotp(secret, '287082', 2, nowMs)).toBeUndefined()
})

it.each(['287083', '28708', '2870820', '', 'abcdef', '２８７０８２'])('refuses %s', (code) => {
  expect(matchTotp(secret, code, 0, nowMs)).toBeUndefined()
})

it('names issuer and account in the address that apps scan, with a secret of 160 bits', () => {
  const fresh = newTotpSecret()
  expect(fresh).toMatch(/^[A-Z2-7]{32}$/)
  const uri = new URL(totpUri(fresh, 'rosa@example.test'))
  expect(uri.protocol).toBe('otpauth:')
  expect(decodeURIComponent(uri.pathname)).toContain('RestAI:rosa@example.test')
  expect(uri.searchParams.get('secret')).toBe(fresh)
})
