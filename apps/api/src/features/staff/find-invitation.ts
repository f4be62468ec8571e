import { oneTimeHashes } from '@repo/auth'
import type { InvitationOffer } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Deps } from '../../http/deps.ts'
import { refreshSecrets } from '../../security/refresh-secrets.ts'

export type FoundInvitation = InvitationOffer & {
  invitationId: string
  organizationId: string
  branchId: string
}

/** The invitation behind a link. @throws LINK_INVALID for one that is unknown, old, withdrawn or used */
export async function findInvitation({ env, gateway, now }: Deps, token: string): Promise<FoundInvitation> {
  const hashes = oneTimeHashes(token, refreshSecrets(env))
  const [found] = await gateway.lookup<(FoundInvitation & { expiresAt: string; ended: boolean })[]>`
    select invitation_id as "invitationId", organization_id as "organizationId", branch_id as "branchId",
      organization_name as "organizationName", branch_name as "branchName", email, role,
      expires_at as "expiresAt", ended
    from app.find_invitation(${hashes})`
  if (!found || found.ended || Date.parse(found.expiresAt) <= now().getTime())
    throw new ApiError('LINK_INVALID')
  return found
}
