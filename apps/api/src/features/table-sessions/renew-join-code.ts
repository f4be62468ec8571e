import { randomCode } from '@repo/auth'
import { code } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import { tableSessions } from '@repo/db/schema'
import { eq } from 'drizzle-orm'

/** Writes and returns a new join code; the old one, and the misses counted against it, are forgotten. */
export async function renewJoinCode({ db }: Tx, sessionId: string): Promise<string> {
  const joinCode = randomCode(code.joinLengthChars)
  await db.update(tableSessions).set({ joinCode, joinMisses: 0 }).where(eq(tableSessions.id, sessionId))
  return joinCode
}
