import type { BranchCtx } from '../../http/ctx.ts'
import { organizationEntry } from '../../security/audit-entry.ts'
import { endCalls } from '../service-calls/end-calls.ts'
import { endSession } from './end-session.ts'
import { lockSession } from './lock-session.ts'

/**
 * Closes a table's session: its guests' tokens no longer open anything, their streams end and their calls are done.
 * Orders stay as they are: food that is being made is served or refused by the staff who have it.
 * @throws NOT_FOUND, SESSION_CLOSED
 */
export function closeSession(ctx: BranchCtx, sessionId: string): Promise<void> {
  return ctx.tx(async (tx) => {
    await lockSession(tx, sessionId)
    const calls = await endCalls(tx, sessionId, ctx.now)
    const ended = await endSession(tx, sessionId, 'staff', ctx.now)
    const { branchId } = ctx.actor
    const entry = organizationEntry('session.closed', { branchId, sessionId, reason: 'staff' })
    await tx.append([...calls, ...ended, entry], ctx.author)
  })
}
