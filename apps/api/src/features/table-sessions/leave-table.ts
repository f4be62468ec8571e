import type { GuestCtx } from '../../http/ctx.ts'
import { tableEvent } from '../../live/table-event.ts'
import { changeGuestState } from './change-guest-state.ts'
import { lockSession } from './lock-session.ts'
import { settleSession } from './settle-session.ts'

/** Ends the guest's own stay; a leaving host passes the role on. @throws SESSION_CLOSED, STATE_INVALID */
export function leaveTable(ctx: GuestCtx): Promise<void> {
  const { tableSessionId: sessionId, guestId, state } = ctx.actor
  return ctx.tx(async (tx) => {
    const session = await lockSession(tx, sessionId)
    await changeGuestState(tx, { sessionId, guestId, to: 'left', now: ctx.now })
    // A guest who only waited was not the host, and does not see who else is there.
    const settled = state === 'active' ? await settleSession(tx, session, ctx.now) : []
    const events = tableEvent(sessionId, 'guest.moved', { guestId, state: 'left' })
    await tx.append([...events, ...settled], ctx.author)
  })
}
