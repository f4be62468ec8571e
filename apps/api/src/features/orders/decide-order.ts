import { orderLines, orders } from '@repo/db/schema'
import type { Order } from '@repo/schemas/contract'
import { and, eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { findOrder } from './read-orders.ts'

type Decision = { to: 'confirmed' } | { to: 'cancelled'; reason: string }

/** Confirms or refuses an order that awaits confirmation. @throws NOT_FOUND, STATE_INVALID when it no longer waits */
export function decideOrder(
  ctx: StaffCtx,
  orderId: string,
  decision: Decision,
  wanted: string | undefined,
): Promise<Order> {
  const at = ctx.now.toISOString()
  const { to } = decision
  return ctx.tx(async (tx) => {
    const [[known], [decided]] = await Promise.all([
      tx.db.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)),
      tx.db
        .update(orders)
        .set(
          to === 'confirmed'
            ? { state: to, confirmedAt: at }
            : { state: to, closedAt: at, refusalReason: decision.reason },
        )
        .where(and(eq(orders.id, orderId), eq(orders.state, 'pending')))
        .returning({ sessionId: orders.sessionId }),
    ])
    if (!known) throw new ApiError('NOT_FOUND')
    if (!decided) throw new ApiError('STATE_INVALID')
    await tx.db
      .update(orderLines)
      .set({ state: to, stateSince: at })
      .where(and(eq(orderLines.orderId, orderId), eq(orderLines.state, 'pending')))
    const order = await findOrder(tx, orderId, wanted)
    if (!order) throw new ApiError('NOT_FOUND')
    const kind = to === 'confirmed' ? 'order.confirmed' : 'order.refused'
    await tx.append(
      [
        { audience: 'branch', kind, payload: { orderId } },
        { audience: 'session', sessionId: decided.sessionId, kind, payload: { orderId } },
      ],
      ctx.author,
    )
    return order
  })
}
