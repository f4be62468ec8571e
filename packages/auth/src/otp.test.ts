import { expect, it } from 'vitest'
import { hashOtp, matchesOtp, newOtpCode } from './otp.ts'

const secret = 'a-secret-of-this-test'

it('codes are six digits, leading zeros included, and cover the range', () => {
  const codes = Array.from({ length: 2_000 }, newOtpCode)
  for (const code of codes) expect(code).toMatch(/^\d{6}$/)
  expect(codes.some((code) => code.startsWith('0'))).toBe(true)
  expect(new Set(codes).size).toBeGreaterThan(1_950)
})

it('a code matches its own request under the current and the previous secret alone', () => {
  const stored = hashOtp('request-1', '012345', secret)
  const sent = { requestId: 'request-1', code: '012345' }
  expect(matchesOtp(stored, sent, [secret])).toBe(true)
  expect(matchesOtp(stored, sent, ['a-newer-secret', secret])).toBe(true)
  expect(matchesOtp(stored, sent, ['a-newer-secret'])).toBe(false)
  expect(matchesOtp(stored, { ...sent, code: '012346' }, [secret])).toBe(false)
  expect(matchesOtp(stored, { ...sent, requestId: 'request-2' }, [secret])).toBe(false)
})
