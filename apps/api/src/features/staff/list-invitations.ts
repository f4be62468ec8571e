import { invitations } from '@repo/db/schema'
import type { InvitationList } from '@repo/schemas/contract'
import { and, asc, gt, isNull } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
import { toInstant } from '../../security/family-lifetimes.ts'

/** Invitations to this branch that still wait for an answer. */
export function listInvitations(ctx: StaffCtx): Promise<InvitationList> {
  return ctx.tx(async ({ db }) => {
    const rows = await db
      .select({
        id: invitations.id,
        email: invitations.email,
        role: invitations.role,
        allBranches: invitations.allBranches,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .where(
        and(
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
          gt(invitations.expiresAt, toInstant(ctx.now.getTime())),
        ),
      )
      .orderBy(asc(invitations.createdAt), asc(invitations.id))
    return { invitations: rows }
  })
}
