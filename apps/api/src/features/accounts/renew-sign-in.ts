import type { RenewInput } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { findFamily, renewFamily } from '../../security/refresh-family.ts'
import { grantAccess, type SignedIn } from './grant-access.ts'

/** A new access token and the next refresh token. @throws TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_REVOKED, TOKEN_REUSE */
export async function renewSignIn(
  ctx: Ctx,
  { attemptId }: RenewInput,
  cookieToken: string | undefined,
): Promise<SignedIn> {
  const { deps, author } = ctx
  try {
    const { ownerId, ...grant } = await renewFamily(deps, { kind: 'staff', cookieToken, attemptId, author })
    return await grantAccess(deps, grant, ownerId)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'TOKEN_REUSE' && cookieToken)
      await afterReuse(ctx, cookieToken)
    throw error
  }
}

/** Ends the event streams of the stolen sign-in. */
async function afterReuse({ deps }: Ctx, cookieToken: string): Promise<void> {
  const found = await findFamily(deps, 'staff', cookieToken)
  if (found) deps.openStreams.endOf([found.familyId])
}
