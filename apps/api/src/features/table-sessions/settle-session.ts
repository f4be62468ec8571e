import type { JournalEntry, Tx } from '@repo/db'
import { guests } from '@repo/db/schema'
import { nextHost } from '@repo/schemas/rules'
import { and, eq } from 'drizzle-orm'
import { tableEvent } from '../../live/table-event.ts'
import { endSession } from './end-session.ts'
import type { OpenSession } from './open-session.ts'

/**
 * Puts a locked session in order after somebody came or went, and returns the events to append: the host role passes
 * on to the guest who joined first, and an empty table without orders is free again.
 */
export async function settleSession(tx: Tx, session: OpenSession, now: Date): Promise<JournalEntry[]> {
  const seated = await tx.db
    .select({ id: guests.id, isHost: guests.isHost, joinedAt: guests.joinedAt })
    .from(guests)
    .where(and(eq(guests.sessionId, session.id), eq(guests.state, 'active')))
  if (seated.some((guest) => guest.isHost)) return []
  const host = nextHost(
    seated.map(({ id, joinedAt }) => ({ id, state: 'active', joinedAt: new Date(joinedAt) })),
  )
  if (host) {
    await tx.db.update(guests).set({ isHost: true }).where(eq(guests.id, host.id))
    return tableEvent(session.id, 'host.changed', { guestId: host.id })
  }
  return session.lastOrderAt === null ? endSession(tx, session.id, 'empty', now) : []
}
