import type { JournalEntry, Tx } from '@repo/db'
import { branches } from '@repo/db/schema'
import { asc } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
import { endOffers } from './end-offers.ts'
import type { Member } from './lock-member.ts'

type Change = { role: string; disabled: boolean; ended: boolean }

/**
 * Writes a changed membership down: in the audit, and in each branch where that person worked, whose streams then look who
 * may still listen. What they have offered there and may offer no more ends with it. Call it last.
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

/** Sorted, as all who lock several branches' streams must do. */
async function branchesOf({ db }: Tx, { branchId }: Member): Promise<string[]> {
  if (branchId !== null) return [branchId]
  const all = await db.select({ id: branches.id }).from(branches).orderBy(asc(branches.id))
  return all.map(({ id }) => id)
}
