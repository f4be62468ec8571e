import { serviceCalls } from '@repo/db/schema'
import type { MoveServiceCallInput, ServiceCall } from '@repo/schemas/contract'
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { ApiError } from '../../http/api-error.ts'
import type { BranchCtx } from '../../http/ctx.ts'
import { tableEvent } from '../../live/table-event.ts'
import { toServiceCall } from './to-service-call.ts'

type To = z.infer<typeof MoveServiceCallInput>['to']
const movesFrom: Record<To, ('open' | 'taken')[]> = { taken: ['open'], done: ['open', 'taken'] }

/** Takes a guest's call or marks it done. @throws NOT_FOUND, STATE_INVALID when a colleague was first */
export function moveServiceCall(
  ctx: BranchCtx,
  callId: string,
  to: To,
): Promise<z.infer<typeof ServiceCall>> {
  return ctx.tx(async (tx) => {
    const [known, [moved]] = await Promise.all([
      tx.db.select({ id: serviceCalls.id }).from(serviceCalls).where(eq(serviceCalls.id, callId)),
      tx.db
        .update(serviceCalls)
        .set({ state: to, stateChangedAt: ctx.now.toISOString() })
        .where(and(eq(serviceCalls.id, callId), inArray(serviceCalls.state, movesFrom[to])))
        .returning(),
    ])
    if (known.length === 0) throw new ApiError('NOT_FOUND')
    if (!moved) throw new ApiError('STATE_INVALID')
    const payload = { callId, kind: moved.kind, state: to }
    await tx.append(tableEvent(moved.sessionId, 'service_call.moved', payload), ctx.author)
    return toServiceCall(moved)
  })
}
