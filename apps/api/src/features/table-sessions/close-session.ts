import type { StaffCtx } from '../../http/ctx.ts'
import { endSession } from './end-session.ts'
import { lockSession } from './lock-session.ts'

/** Closes a table's session: its guests' tokens open nothing any more and their streams end. @throws NOT_FOUND, SESSION_CLOSED */
export function closeSession(ctx: StaffCtx, sessionId: string): Promise<void> {
  return ctx.tx(async (tx) => {
    await lockSession(tx, sessionId)
    await tx.append(await endSession(tx, sessionId, 'staff', ctx.now), ctx.author)
  })
}
