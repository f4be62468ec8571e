import { serializeRefreshCookie } from '@repo/auth'
import type { GuestAccess, GuestContext } from '@repo/schemas/contract'
import type { Deps } from '../../http/deps.ts'
import type { RefreshGrant } from '../../security/refresh-family.ts'

/** What a guest's browser gets: the access token in the body, the refresh token in a cookie only. */
export type GuestGrant = { access: GuestAccess; cookie: string }

export async function grantGuestAccess(
  { tokens, mode }: Deps,
  { familyId, token, maxAgeSeconds }: RefreshGrant,
  context: GuestContext,
): Promise<GuestGrant> {
  const issued = await tokens.issue({ audience: 'customer', subject: context.guestId, familyId })
  return {
    access: { ...issued, context },
    cookie: serializeRefreshCookie('guest', token, maxAgeSeconds, mode),
  }
}
