import type { JournalEntry, Tx } from '@repo/db'
import { serviceCalls } from '@repo/db/schema'
import { and, eq, ne } from 'drizzle-orm'
import { tableEvent } from '../../live/table-event.ts'

/** Marks the live calls of a session done and returns the events to append. Only staff may move calls. */
export async function endCalls({ db }: Tx, sessionId: string, now: Date): Promise<JournalEntry[]> {
  const ended = await db
    .update(serviceCalls)
    .set({ state: 'done', stateChangedAt: now.toISOString() })
    .where(and(eq(serviceCalls.sessionId, sessionId), ne(serviceCalls.state, 'done')))
    .returning({ callId: serviceCalls.id, kind: serviceCalls.kind })
  return ended.flatMap((call) => tableEvent(sessionId, 'service_call.moved', { ...call, state: 'done' }))
}
