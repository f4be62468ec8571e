import { memberships } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
import { announceElsewhere, memberEntries } from './announce-member.ts'
import { endOffers } from './end-offers.ts'
import { lockMember } from './lock-member.ts'

/** Ends a colleague's membership and offers: they have no access from their next request. @throws NOT_FOUND, FORBIDDEN */
export async function removeStaff(ctx: StaffCtx, membershipId: string): Promise<void> {
  const member = await ctx.tx(async (tx) => {
    const member = await lockMember(tx, ctx.actor, membershipId)
    await tx.db.delete(memberships).where(eq(memberships.id, membershipId))
    const entries = memberEntries(member, { role: member.role, disabled: true, ended: true })
    await tx.append([...entries, ...(await endOffers(tx, ctx, member))], ctx.author)
    return member
  })
  await announceElsewhere(ctx, member)
}
