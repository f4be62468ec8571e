import type { Tx } from '@repo/db'
import { guests } from '@repo/db/schema'
import { eq, sql } from 'drizzle-orm'

export type GuestCount = { all: number; pending: number; active: number; hosts: number }

/** How many guests a session has had, and how many of them wait, sit and are host now. */
export async function countGuests({ db }: Tx, sessionId: string): Promise<GuestCount> {
  const [count] = await db
    .select({
      all: sql<number>`count(*)`,
      pending: sql<number>`count(*) filter (where ${guests.state} = 'pending')`,
      active: sql<number>`count(*) filter (where ${guests.state} = 'active')`,
      hosts: sql<number>`count(*) filter (where ${guests.isHost})`,
    })
    .from(guests)
    .where(eq(guests.sessionId, sessionId))
  return count ?? { all: 0, pending: 0, active: 0, hosts: 0 }
}
