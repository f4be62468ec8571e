import { createHash, createHmac } from 'node:crypto'
import { accountToken, totp } from '@repo/config/limits'
import { codeAlphabet, randomCode, randomToken } from './random.ts'

/** A fresh token for a link or a step of a sign-in: 256 bits, used once. */
export const newOneTimeToken = (): string => randomToken(accountToken.bytes)

/** What is stored instead of it, current key first: HMAC-SHA256, hex. */
export const oneTimeHashes = (token: string, secrets: readonly string[]): string[] =>
  secrets.map((secret) => createHmac('sha256', secret).update(`one-time:${token}`).digest('hex'))

/** Recovery codes for a lost phone, as they are shown: `ABCD-EFGH-JKLM-NPQR`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: totp.recoveryCodes }, () =>
    (randomCode(totp.recoveryCodeChars).match(/.{4}/g) ?? []).join('-'),
  )

/** The stored hash of a recovery code, unkeyed so that it outlives the secrets. Undefined for a malformed code. */
export function hashRecoveryCode(code: string): string | undefined {
  const plain = code.toUpperCase().replaceAll(/[\s-]/g, '')
  if (plain.length !== totp.recoveryCodeChars) return undefined
  if ([...plain].some((character) => !codeAlphabet.includes(character))) return undefined
  return createHash('sha256').update(`recovery:${plain}`).digest('hex')
}
