import type { JoinCodeReply } from '@repo/schemas/contract'
import type { z } from 'zod'
import type { BranchCtx, GuestCtx } from '../../http/ctx.ts'
import { tableEvent } from '../../live/table-event.ts'
import { lockSession } from './lock-session.ts'
import { renewJoinCode } from './renew-join-code.ts'
import { requireHost } from './require-host.ts'

/** A new join code for the host or for staff; the old one stops working. @throws FORBIDDEN, NOT_FOUND, SESSION_CLOSED */
export function rotateJoinCode(
  ctx: BranchCtx | GuestCtx,
  sessionId: string,
): Promise<z.infer<typeof JoinCodeReply>> {
  const { actor } = ctx
  return ctx.tx(async (tx) => {
    await lockSession(tx, sessionId)
    if (actor.kind === 'guest') await requireHost(tx, actor.guestId)
    const joinCode = await renewJoinCode(tx, sessionId)
    await tx.append(tableEvent(sessionId, 'join_code.rotated'), ctx.author)
    return { joinCode }
  })
}
