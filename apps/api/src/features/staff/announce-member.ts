import type { JournalEntry, Tx } from '@repo/db'
import { branches } from '@repo/db/schema'
import { asc } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
import { endOffers } from './end-offers.ts'
import type { Member } from './lock-member.ts'

type Change = { role: string; disabled: boolean; ended: boolean }

/**
 * Records a changed membership in the audit and in each branch where that person worked, whose streams then check who may
 * still listen. Offers that they may no longer make are withdrawn. Call it last.
 */
export async function announceMember(tx: Tx, ctx: StaffCtx, member: Member, change: Change): Promise<void> {
  const { id: membershipId, userId } = member
  const audited: JournalEntry[] = [
    { audience: 'organization', kind: 'staff.changed', payload: { userId, membershipId, ...change } },
  ]
  for (const branchId of await branchesOf(tx, member)) {
    await tx.enterBranch(branchId)
    audited.push(...(await endOffers(tx, { branchId, now: ctx.now }, member)))
    await tx.append([{ audience: 'branch', kind: 'staff.changed', payload: { membershipId } }], ctx.author)
  }
  await tx.append(audited, ctx.author)
}

/** Sorted, because transactions that lock several branches' streams must do so in one order. */
async function branchesOf({ db }: Tx, { branchId }: Member): Promise<string[]> {
  if (branchId !== null) return [branchId]
  const all = await db.select({ id: branches.id }).from(branches).orderBy(asc(branches.id))
  return all.map(({ id }) => id)
}
