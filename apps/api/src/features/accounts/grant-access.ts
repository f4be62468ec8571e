import { serializeRefreshCookie } from '@repo/auth'
import type { StaffAccess } from '@repo/schemas/contract'
import type { Deps } from '../../http/deps.ts'
import type { RefreshGrant } from '../../security/refresh-family.ts'
import { readAccount } from './read-account.ts'

/** What a sign-in answers: the access token in the body, the refresh token in its cookie alone. */
export type SignedIn = { access: StaffAccess; cookie: string }

/** @throws TOKEN_REVOKED for a disabled account */
export async function grantAccess(
  deps: Deps,
  { familyId, token, maxAgeSeconds }: RefreshGrant,
  userId: string,
): Promise<SignedIn> {
  const account = await readAccount(deps, userId)
  const issued = await deps.tokens.issue({ audience: 'staff', subject: userId, familyId })
  return {
    access: { ...issued, account },
    cookie: serializeRefreshCookie('staff', token, maxAgeSeconds, deps.mode),
  }
}
