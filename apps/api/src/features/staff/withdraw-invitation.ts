import { invitations } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { toInstant } from '../../security/family-lifetimes.ts'

/** Takes an invitation back; its link stops working at once. @throws NOT_FOUND for one that is not waiting here */
export function withdrawInvitation(ctx: StaffCtx, invitationId: string): Promise<void> {
  return ctx.tx(async (tx) => {
    const withdrawn = await tx.db
      .update(invitations)
      .set({ revokedAt: toInstant(ctx.now.getTime()) })
      .where(
        and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
      )
      .returning({ id: invitations.id })
    if (withdrawn.length === 0) throw new ApiError('NOT_FOUND')
    await tx.append(
      [{ audience: 'organization', kind: 'staff.invitation_withdrawn', payload: { invitationId } }],
      ctx.author,
    )
  })
}
