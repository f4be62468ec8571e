import { tableSession } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import { tableSessions } from '@repo/db/schema'
import { isLapsed } from '@repo/schemas/rules'
import { and, eq } from 'drizzle-orm'

export type OpenSession = {
  id: string
  joinCode: string
  joinMisses: number
  openedAt: string
  lastOrderAt: string | null
}

export const openSessionColumns = {
  id: tableSessions.id,
  joinCode: tableSessions.joinCode,
  joinMisses: tableSessions.joinMisses,
  openedAt: tableSessions.openedAt,
  lastOrderAt: tableSessions.lastOrderAt,
}

/** Query for the one open session of a table; a writer adds `.for('update')`. */
export const openSessionOf = ({ db }: Tx, tableId: string) =>
  db
    .select(openSessionColumns)
    .from(tableSessions)
    .where(and(eq(tableSessions.tableId, tableId), eq(tableSessions.state, 'open')))

/** Whether nobody has ordered for so long that the table counts as free again. */
export const hasLapsed = ({ openedAt, lastOrderAt }: OpenSession, now: Date): boolean =>
  isLapsed({
    openedAt: new Date(openedAt),
    lastOrderAt: lastOrderAt === null ? null : new Date(lastOrderAt),
    now,
    lapseMinutes: tableSession.lapseSeconds / 60,
  })
