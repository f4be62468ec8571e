import { oneTimeHashes } from '@repo/auth'
import { assignableRoles, type Role } from '@repo/auth/policy'
import type { InvitationOffer } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Deps } from '../../http/deps.ts'
import { refreshSecrets } from '../../security/refresh-secrets.ts'

export type FoundInvitation = InvitationOffer & {
  invitationId: string
  organizationId: string
  branchId: string
}

type Row = FoundInvitation & {
  allBranches: boolean
  expiresAt: string
  ended: boolean
  giverRole: Role | null
  giverEverywhere: boolean
}

/**
 * The invitation behind a link. It is valid only while its maker may make it: one by somebody who may no longer invite to
 * this place, or is gone, is void. @throws LINK_INVALID, also for one unknown, old, withdrawn or used
 */
export async function findInvitation({ env, gateway, now }: Deps, token: string): Promise<FoundInvitation> {
  const hashes = oneTimeHashes(token, refreshSecrets(env))
  const [found] = await gateway.lookup<Row[]>`
    select invitation_id as "invitationId", organization_id as "organizationId", branch_id as "branchId",
      organization_name as "organizationName", branch_name as "branchName", email, role,
      all_branches as "allBranches", expires_at as "expiresAt", ended, giver_role as "giverRole",
      giver_everywhere as "giverEverywhere"
    from app.find_invitation(${hashes})`
  if (!found || found.ended || Date.parse(found.expiresAt) <= now().getTime() || !mayStillGive(found))
    throw new ApiError('LINK_INVALID')
  return found
}

const mayStillGive = ({ giverRole, giverEverywhere, role, allBranches }: Row): boolean =>
  giverRole !== null && assignableRoles(giverRole).includes(role) && (giverEverywhere || !allBranches)
