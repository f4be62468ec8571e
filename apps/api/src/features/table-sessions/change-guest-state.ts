import type { Tx } from '@repo/db'
import { guests } from '@repo/db/schema'
import { type GuestState, guestTransitions } from '@repo/schemas/rules'
import { and, eq, inArray } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'

type Change = { sessionId: string; guestId: string; to: GuestState; now: Date }

/** Moves a guest along the declared transitions; a host loses the role. @throws NOT_FOUND, STATE_INVALID */
export async function changeGuestState({ db }: Tx, { sessionId, guestId, to, now }: Change): Promise<void> {
  const from = guestTransitions
    .filter((transition) => transition.to === to)
    .map((transition) => transition.from)
  const isThisGuest = and(eq(guests.id, guestId), eq(guests.sessionId, sessionId))
  const [known, moved] = await Promise.all([
    db.select({ id: guests.id }).from(guests).where(isThisGuest),
    db
      .update(guests)
      .set({ state: to, isHost: false, stateChangedAt: now.toISOString() })
      .where(and(isThisGuest, inArray(guests.state, from)))
      .returning({ id: guests.id }),
  ])
  if (known.length === 0) throw new ApiError('NOT_FOUND')
  if (moved.length === 0) throw new ApiError('STATE_INVALID')
}
