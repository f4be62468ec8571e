import type { JournalEntry, Tx } from '@repo/db'
import { tableSessions } from '@repo/db/schema'
import { and, eq } from 'drizzle-orm'
import { tableEvent } from '../../live/table-event.ts'

/**
 * Closes an open session, which ends the access of all its guests with their next request, and returns the events to
 * append. `empty`: the last guest went and nothing had been ordered.
 */
export async function endSession(
  { db }: Tx,
  sessionId: string,
  reason: 'lapsed' | 'empty' | 'staff',
  now: Date,
): Promise<JournalEntry[]> {
  const closed = await db
    .update(tableSessions)
    .set({ state: 'closed', closedAt: now.toISOString(), closedReason: reason })
    .where(and(eq(tableSessions.id, sessionId), eq(tableSessions.state, 'open')))
    .returning({ id: tableSessions.id })
  return closed.flatMap(({ id }) => tableEvent(id, 'session.closed', { reason }))
}
