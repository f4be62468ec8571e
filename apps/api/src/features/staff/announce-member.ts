import type { JournalEntry } from '@repo/db'
import { branches } from '@repo/db/schema'
import { ne } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
import { endOffers } from './end-offers.ts'
import type { Member } from './lock-member.ts'

type Change = { kind: 'staff.changed'; role: string; disabled: boolean; ended: boolean }

/** Records a changed membership in the audit, and in the branch, whose streams then check who may still listen. */
export function memberEntries({ id, userId }: Member, change: Omit<Change, 'kind'>): JournalEntry[] {
  const payload = { userId, membershipId: id, ...change }
  return [
    { audience: 'organization', kind: 'staff.changed', payload },
    { audience: 'branch', kind: 'staff.changed', payload: { membershipId: id } },
  ]
}

/** Tells the other branches when somebody works in all of them, so that streams and offers end there as well. */
export async function announceElsewhere(ctx: StaffCtx, member: Member): Promise<void> {
  if (member.branchId !== null) return
  const { deps, actor, author } = ctx
  const { organizationId, userId } = actor
  const others = await ctx.tx(({ db }) =>
    db.select({ id: branches.id }).from(branches).where(ne(branches.id, actor.branchId)),
  )
  for (const { id: branchId } of others)
    await deps.gateway.run({ kind: 'staff', organizationId, branchId, userId }, async (tx) => {
      const ended = await endOffers(tx, { actor: { branchId }, now: ctx.now }, member)
      const payload = { membershipId: member.id }
      await tx.append([{ audience: 'branch', kind: 'staff.changed', payload }, ...ended], author)
    })
}
