import { order as limit } from '@repo/config/limits'
import { orders } from '@repo/db/schema'
import type { OrderBoard } from '@repo/schemas/contract'
import { and, eq, gt, inArray, type SQL } from 'drizzle-orm'
import type { BranchCtx } from '../../http/ctx.ts'
import { branchStream, formatCursor } from '../../live/cursor.ts'
import { secondsAfter } from '../../security/seconds-after.ts'
import { readOrders } from './read-orders.ts'

type Scope = 'live' | 'served' | 'cancelled'

/** The board of orders; `cursor` was read first, so events after it are never missed. */
export function listOrders(ctx: BranchCtx, scope: Scope, wanted: string | undefined): Promise<OrderBoard> {
  const stream = branchStream(ctx.actor.branchId)
  return ctx.tx(async (tx) => {
    const [head] = await tx.heads([stream])
    const list = await readOrders(tx, condition(ctx, scope), wanted)
    return { cursor: formatCursor(stream, head), serverTime: ctx.now.toISOString(), orders: list }
  })
}

function condition({ actor, now }: BranchCtx, scope: Scope): SQL | undefined {
  const here = and(eq(orders.organizationId, actor.organizationId), eq(orders.branchId, actor.branchId))
  if (scope === 'live')
    return and(here, inArray(orders.state, ['pending', 'confirmed', 'preparing', 'ready']))
  const since = secondsAfter(now, -limit.finishedOnBoardSeconds)
  return and(here, eq(orders.state, scope), gt(orders.placedAt, since))
}
