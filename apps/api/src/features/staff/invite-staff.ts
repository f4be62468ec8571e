import { newOneTimeToken, oneTimeHashes, uuidv7 } from '@repo/auth'
import { assignableRoles } from '@repo/auth/policy'
import { accountToken } from '@repo/config/limits'
import { branches, invitations, organizations } from '@repo/db/schema'
import type { Invitation, InviteStaffInput } from '@repo/schemas/contract'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { toInstant } from '../../security/family-lifetimes.ts'
import { invitationMail } from '../../senders/mail-texts.ts'
import { pageLink } from '../accounts/page-link.ts'
import { requireReach } from './require-reach.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

/**
 * Sends a colleague a link to join this branch, or all of them; an earlier one to the same address stops working.
 * @throws FORBIDDEN for a role or reach above one's own, RATE_LIMITED, EMAIL_UNAVAILABLE without a mail server that takes it
 */
export async function inviteStaff(ctx: StaffCtx, input: InviteStaffInput): Promise<Invitation> {
  const { deps, actor, author, now } = ctx
  const { email: sender } = deps.senders
  if (!sender) throw new ApiError('EMAIL_UNAVAILABLE')
  await deps.limiter.takeKey('invite', actor.userId)
  const { email, role, allBranches, locale } = input
  const { organizationId, branchId } = actor
  const token = newOneTimeToken()
  const [tokenHash = ''] = oneTimeHashes(token, [deps.env.JWT_REFRESH_SECRET])
  const id = uuidv7()
  const expiresAt = toInstant(now.getTime() + accountToken.invitationSeconds * 1_000)
  const place = await ctx.tx(async (tx) => {
    await requireReach(tx, actor, { roles: [role], allBranches })
    // Nobody ends an invitation made by somebody above them.
    const waiting = and(
      eq(invitations.email, email),
      inArray(invitations.role, [...assignableRoles(actor.role)]),
      isNull(invitations.acceptedAt),
      isNull(invitations.revokedAt),
    )
    await tx.db
      .update(invitations)
      .set({ revokedAt: toInstant(now.getTime()) })
      .where(waiting)
    await tx.db.insert(invitations).values({
      id,
      organizationId,
      branchId,
      email,
      role,
      allBranches,
      tokenHash,
      expiresAt,
      invitedBy: actor.userId,
    })
    const [names] = await tx.db
      .select({ organizationName: organizations.name, branchName: branches.name })
      .from(branches)
      .innerJoin(organizations, eq(organizations.id, branches.organizationId))
      .where(eq(branches.id, branchId))
    await tx.append(
      [{ audience: 'organization', kind: 'staff.invited', payload: { invitationId: id, role } }],
      author,
    )
    return names ?? { organizationName: '', branchName: '' }
  })
  const url = pageLink(deps, '/accept-invitation', token)
  // The answer waits, because the inviter must learn when the mail server refuses.
  await sender.send({ to: email, ...invitationMail(locale, { ...place, url }) }).catch(async (error) => {
    deps.log.error({ err: error, requestId: ctx.requestId }, 'an invitation was not sent')
    await withdrawInvitation(ctx, id)
    throw new ApiError('EMAIL_UNAVAILABLE')
  })
  return { id, email, role, allBranches, expiresAt }
}
