import { assignableRoles, type Role } from '@repo/auth/policy'
import { invitations } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { toInstant } from '../../security/family-lifetimes.ts'

/**
 * Takes an invitation back; its link stops working at once.
 * @throws NOT_FOUND for one that is not waiting here, FORBIDDEN for one to a role above what the actor may give
 */
export function withdrawInvitation(ctx: StaffCtx, invitationId: string): Promise<void> {
  return ctx.tx(async (tx) => {
    const [withdrawn] = await tx.db
      .update(invitations)
      .set({ revokedAt: toInstant(ctx.now.getTime()) })
      .where(
        and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
      )
      .returning({ role: invitations.role })
    if (!withdrawn) throw new ApiError('NOT_FOUND')
    if (!assignableRoles(ctx.actor.role).includes(withdrawn.role as Role)) throw new ApiError('FORBIDDEN')
    await tx.append(
      [{ audience: 'organization', kind: 'staff.invitation_withdrawn', payload: { invitationId } }],
      ctx.author,
    )
  })
}
