import type { Tx } from '@repo/db'
import { guests } from '@repo/db/schema'
import { and, eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'

/** The host role can pass on, so it is checked under the session's lock. @throws FORBIDDEN */
export async function requireHost({ db }: Tx, guestId: string): Promise<void> {
  const [host] = await db
    .select({ id: guests.id })
    .from(guests)
    .where(and(eq(guests.id, guestId), eq(guests.isHost, true)))
  if (!host) throw new ApiError('FORBIDDEN')
}
