import { serializeKnownBrowser, serializeRefreshCookie } from '@repo/auth'
import type { Gateway, Tx } from '@repo/db'
import type { StaffAccess } from '@repo/schemas/contract'
import type { Deps } from '../../http/deps.ts'
import type { RefreshGrant } from '../../security/refresh-family.ts'
import { readAccount } from './read-account.ts'
import type { Visitor } from './visitor.ts'

/** What a sign-in answers: the access token in the body, everything that lasts longer in cookies alone. */
export type SignedIn = { access: StaffAccess; cookies: string[] }

/**
 * `visitor` is there when somebody has just proved who they are: that browser knows them from then on.
 * @throws TOKEN_REVOKED for a disabled account
 */
export async function grantStaffAccess(
  deps: Deps,
  sql: Gateway['lookup'] | Tx['sql'],
  { familyId, token, maxAgeSeconds }: RefreshGrant,
  userId: string,
  visitor?: Visitor,
): Promise<SignedIn> {
  const account = await readAccount(sql, userId)
  const issued = await deps.tokens.issue({ audience: 'staff', subject: userId, familyId })
  const cookies = [serializeRefreshCookie('staff', token, maxAgeSeconds, deps.mode)]
  if (visitor)
    cookies.push(serializeKnownBrowser(visitor.browser, userId, deps.env.JWT_REFRESH_SECRET, deps.mode))
  return { access: { ...issued, account }, cookies }
}
