import { oneTimeHashes } from '@repo/auth'
import type { Tx } from '@repo/db'
import { accountTokens } from '@repo/db/schema'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { Deps } from '../../http/deps.ts'
import { refreshSecrets } from '../../security/refresh-secrets.ts'
import type { AccountTokenKind } from './add-account-token.ts'

type Link = { token: string; kind: AccountTokenKind; userId: string }

/**
 * Redeems a person's link; of several uses at once, one counts. Returns the address that an e-mail change was asked for.
 * @throws LINK_INVALID for one that is unknown, used, expired, of another kind or another person's
 */
export async function redeemLink(
  { db }: Tx,
  { env, now }: Deps,
  { token, kind, userId }: Link,
): Promise<{ newEmail: string | null }> {
  const nowIso = now().toISOString()
  const [spent] = await db
    .update(accountTokens)
    .set({ usedAt: nowIso })
    .where(
      and(
        inArray(accountTokens.tokenHash, oneTimeHashes(token, refreshSecrets(env))),
        eq(accountTokens.userId, userId),
        eq(accountTokens.kind, kind),
        isNull(accountTokens.usedAt),
        gt(accountTokens.expiresAt, nowIso),
      ),
    )
    .returning({ newEmail: accountTokens.newEmail })
  if (!spent) throw new ApiError('LINK_INVALID')
  return spent
}
