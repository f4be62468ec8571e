import type { JournalEntry, Tx } from '@repo/db'
import { tableSessions } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import type { BranchCtx } from '../../http/ctx.ts'

type Event = Pick<JournalEntry, 'kind' | 'payload'>

/** Tells the branch and every open table. Last in the transaction. */
export async function tellTables(
  tx: Tx,
  { author }: BranchCtx,
  event: Event,
  more: JournalEntry[] = [],
): Promise<void> {
  const open = await tx.db
    .select({ id: tableSessions.id })
    .from(tableSessions)
    .where(eq(tableSessions.state, 'open'))
  const toSessions = open.map(({ id }) => ({ audience: 'session' as const, sessionId: id, ...event }))
  await tx.append([{ audience: 'branch', ...event }, ...more, ...toSessions], author)
}
