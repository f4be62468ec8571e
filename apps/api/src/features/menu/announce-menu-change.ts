import type { JournalEntry, Tx } from '@repo/db'
import { branches, tableSessions } from '@repo/db/schema'
import { eq, sql } from 'drizzle-orm'
import type { BranchCtx } from '../../http/ctx.ts'

/** Raises the menu's version and tells the branch and every open table. Last in the transaction. */
export async function announceMenuChange(
  tx: Tx,
  ctx: BranchCtx,
  payload: Record<string, string | number>,
  more: JournalEntry[] = [],
): Promise<void> {
  const [, open] = await Promise.all([
    tx.db
      .update(branches)
      .set({ menuVersion: sql`${branches.menuVersion} + 1` })
      .where(eq(branches.id, ctx.actor.branchId)),
    tx.db.select({ id: tableSessions.id }).from(tableSessions).where(eq(tableSessions.state, 'open')),
  ])
  const kind = 'menu.changed'
  await tx.append(
    [
      { audience: 'branch', kind, payload },
      ...more,
      ...open.map(({ id }) => ({ audience: 'session' as const, sessionId: id, kind, payload })),
    ],
    ctx.author,
  )
}
