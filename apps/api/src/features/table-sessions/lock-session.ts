import type { Tx } from '@repo/db'
import { tableSessions } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import { type OpenSession, openSessionColumns } from './open-session.ts'

/** Locks an open session for the transaction, so that its guests change one at a time. @throws NOT_FOUND, SESSION_CLOSED */
export async function lockSession({ db }: Tx, sessionId: string): Promise<OpenSession> {
  const [row] = await db
    .select({ ...openSessionColumns, state: tableSessions.state })
    .from(tableSessions)
    .where(eq(tableSessions.id, sessionId))
    .for('update')
  if (!row) throw new ApiError('NOT_FOUND')
  const { state, ...session } = row
  if (state !== 'open') throw new ApiError('SESSION_CLOSED')
  return session
}
