import { newOneTimeToken, oneTimeHashes } from '@repo/auth'
import { accountToken } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import { accountTokens } from '@repo/db/schema'
import type { Deps } from '../../http/deps.ts'
import { secondsAfter } from '../../security/seconds-after.ts'

const lifetimeSeconds = {
  'password-reset': accountToken.passwordResetSeconds,
  'second-factor': accountToken.secondFactorSeconds,
  'email-change': accountToken.emailChangeSeconds,
}

export type AccountTokenKind = keyof typeof lifetimeSeconds

type NewToken = { kind: AccountTokenKind; userId: string; newEmail?: string }

/** A fresh one-time token of a person. Only its keyed hash is stored, so it is never shown again. */
export async function addAccountToken(
  { db }: Tx,
  { env, now }: Deps,
  { kind, userId, newEmail }: NewToken,
): Promise<string> {
  const token = newOneTimeToken()
  const [tokenHash = ''] = oneTimeHashes(token, [env.JWT_REFRESH_SECRET])
  const expiresAt = secondsAfter(now(), lifetimeSeconds[kind])
  await db.insert(accountTokens).values({ tokenHash, kind, userId, expiresAt, newEmail })
  return token
}
