import { memberships } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
import { announceMember } from './announce-member.ts'
import { lockMember } from './lock-member.ts'

/** Ends a colleague's membership and offers: they have no access from their next request. @throws NOT_FOUND, FORBIDDEN */
export async function removeStaff(ctx: StaffCtx, membershipId: string): Promise<void> {
  await ctx.tx(async (tx) => {
    const member = await lockMember(tx, ctx.actor, membershipId)
    await tx.db.delete(memberships).where(eq(memberships.id, membershipId))
    await announceMember(tx, ctx, member, { role: member.role, disabled: true, ended: true })
  })
}
