import type { JournalEntry, Tx } from '@repo/db'
import { branches } from '@repo/db/schema'
import { eq, sql } from 'drizzle-orm'
import type { BranchCtx } from '../../http/ctx.ts'
import { tellTables } from './tell-tables.ts'

/** Raises the menu's version and tells the branch and every open table. Last in the transaction. */
export async function announceMenuChange(
  tx: Tx,
  ctx: BranchCtx,
  payload: Record<string, string | number>,
  more: JournalEntry[] = [],
): Promise<void> {
  const menuVersion = sql`${branches.menuVersion} + 1`
  await Promise.all([
    tx.db.update(branches).set({ menuVersion }).where(eq(branches.id, ctx.actor.branchId)),
    tellTables(tx, ctx, { kind: 'menu.changed', payload }, more),
  ])
}
