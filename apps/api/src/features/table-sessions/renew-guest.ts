import type { RenewInput } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { renewFamily } from '../../security/refresh-family.ts'
import { findSeat } from './find-seat.ts'
import { type GuestGrant, grantGuestAccess } from './grant-guest-access.ts'

/**
 * A new access token for the guest whose refresh token this is, and its successor. Ends with the table's session.
 * @throws TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_REUSE, TOKEN_REVOKED
 */
export async function renewGuest(
  ctx: Ctx,
  cookieToken: string | undefined,
  { attemptId }: RenewInput,
): Promise<GuestGrant> {
  const { author } = ctx
  const { ownerId, ...grant } = await renewFamily(ctx.deps, {
    kind: 'customer',
    cookieToken,
    attemptId,
    author,
  })
  const seat = await findSeat(ctx.deps.gateway.lookup, ownerId, grant.familyId)
  if (!seat?.isLive) throw new ApiError('TOKEN_REVOKED')
  return grantGuestAccess(ctx.deps, grant, seat.context)
}
