import { randomCode, uuidv7 } from '@repo/auth'
import { code } from '@repo/config/limits'
import type { JournalEntry, Tx } from '@repo/db'
import { tableSessions } from '@repo/db/schema'
import { ApiError } from '../../http/api-error.ts'
import { tableEvent } from '../../live/table-event.ts'
import { endSession } from './end-session.ts'
import type { FoundTable } from './find-table.ts'
import { hasLapsed, type OpenSession, openSessionColumns, openSessionOf } from './open-session.ts'

type Entered = { session: OpenSession; opened: boolean; events: JournalEntry[] }

/** The table's session, locked: the open one, or a new one where the table is free or its session has lapsed. */
export async function enterSession(tx: Tx, table: FoundTable, now: Date): Promise<Entered> {
  const [found] = await openSessionOf(tx, table.tableId).for('update')
  if (found && !hasLapsed(found, now)) return { session: found, opened: false, events: [] }
  const events = found ? await endSession(tx, found.id, 'lapsed', now) : []
  const opened = await openSession(tx, table, now)
  if (opened) {
    events.push(...tableEvent(opened.id, 'session.opened', { tableId: table.tableId }))
    return { session: opened, opened: true, events }
  }
  // Another phone opened it in the same moment, and the insert waited for it.
  const [theirs] = await openSessionOf(tx, table.tableId).for('update')
  if (!theirs) throw new ApiError('CONFLICT')
  return { session: theirs, opened: false, events }
}

async function openSession(
  { db }: Tx,
  { organizationId, branchId, tableId }: FoundTable,
  now: Date,
): Promise<OpenSession | undefined> {
  const [session] = await db
    .insert(tableSessions)
    .values({
      id: uuidv7(),
      organizationId,
      branchId,
      tableId,
      joinCode: randomCode(code.joinLengthChars),
      openedAt: now.toISOString(),
    })
    .onConflictDoNothing()
    .returning(openSessionColumns)
  return session
}
