import type { RenewInput } from '@repo/schemas/contract'
import type { Ctx } from '../../http/ctx.ts'
import { renewFamily } from '../../security/refresh-family.ts'
import { grantStaffAccess, type SignedIn } from './grant-staff-access.ts'

/** A new access token and the next refresh token. @throws TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_REVOKED, TOKEN_REUSE */
export async function renewSignIn(
  { deps, author }: Ctx,
  { attemptId }: RenewInput,
  cookieToken: string | undefined,
): Promise<SignedIn> {
  const { ownerId, ...grant } = await renewFamily(deps, { kind: 'staff', cookieToken, attemptId, author })
  return grantStaffAccess(deps, deps.gateway.lookup, grant, ownerId)
}
