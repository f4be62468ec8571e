import type { JournalEntry, Tx } from '@repo/db'
import { guests } from '@repo/db/schema'
import type { Guest, MoveGuestInput } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { BranchCtx, GuestCtx } from '../../http/ctx.ts'
import { tableEvent } from '../../live/table-event.ts'
import { changeGuestState } from './change-guest-state.ts'
import { lockSession } from './lock-session.ts'
import { renewJoinCode } from './renew-join-code.ts'
import { requireHost } from './require-host.ts'
import { settleSession } from './settle-session.ts'
import { toGuest } from './to-guest.ts'

type Move = MoveGuestInput & { sessionId: string; guestId: string }

/**
 * Lets a guest in or sends them away. The host may answer those who wait, staff may evict as well. Nothing that the
 * guest could act with is returned: their own browser already has its token, which now opens more or nothing.
 * @throws FORBIDDEN, NOT_FOUND, STATE_INVALID, SESSION_CLOSED
 */
export function moveGuest(ctx: BranchCtx | GuestCtx, { sessionId, guestId, to }: Move): Promise<Guest> {
  const { actor, now } = ctx
  if (actor.kind === 'guest' && to === 'evicted') throw new ApiError('FORBIDDEN')
  return ctx.tx(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (actor.kind === 'guest') await requireHost(tx, actor.guestId)
    await changeGuestState(tx, { sessionId, guestId, to, now })
    const events = [
      ...tableEvent(sessionId, 'guest.moved', { guestId, state: to }),
      ...(to === 'evicted' ? await replaceKnownCode(tx, sessionId) : []),
      ...(await settleSession(tx, session, now)),
    ]
    const [guest] = await tx.db.select().from(guests).where(eq(guests.id, guestId))
    if (!guest) throw new ApiError('NOT_FOUND')
    await tx.append(events, ctx.author)
    return toGuest(guest)
  })
}

/** A guest who is sent away may know the join code and would be back at once. */
async function replaceKnownCode(tx: Tx, sessionId: string): Promise<JournalEntry[]> {
  await renewJoinCode(tx, sessionId)
  return tableEvent(sessionId, 'join_code.rotated')
}
