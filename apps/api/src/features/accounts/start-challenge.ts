import { newOneTimeToken, oneTimeHashes } from '@repo/auth'
import { accountToken } from '@repo/config/limits'
import { accountTokens } from '@repo/db/schema'
import type { Deps } from '../../http/deps.ts'
import { toInstant } from '../../security/family-lifetimes.ts'

/** What a sign-in goes on with after the password, for five minutes and three codes. */
export async function startChallenge(deps: Deps, userId: string): Promise<string> {
  const token = newOneTimeToken()
  const [tokenHash = ''] = oneTimeHashes(token, [deps.env.JWT_REFRESH_SECRET])
  const expiresAt = toInstant(deps.now().getTime() + accountToken.secondFactorSeconds * 1_000)
  await deps.gateway.run({ kind: 'user', userId }, ({ db }) =>
    db.insert(accountTokens).values({ tokenHash, kind: 'second-factor', userId, expiresAt }),
  )
  return token
}
