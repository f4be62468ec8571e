import type { InvitationOffer } from '@repo/schemas/contract'
import type { Ctx } from '../../http/ctx.ts'
import { findInvitation } from './find-invitation.ts'

/** What somebody with the link is invited to. @throws LINK_INVALID */
export async function lookUpInvitation({ deps }: Ctx, token: string): Promise<InvitationOffer> {
  const { email, organizationName, branchName, role } = await findInvitation(deps, token)
  return { email, organizationName, branchName, role }
}
