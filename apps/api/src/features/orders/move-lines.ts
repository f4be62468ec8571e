import type { Tx } from '@repo/db'
import { orderLines, orders } from '@repo/db/schema'
import type { LineState, MoveLinesInput, Order } from '@repo/schemas/contract'
import { canMoveLine, deriveOrderState } from '@repo/schemas/rules'
import { eq } from 'drizzle-orm'
import { ApiError, fieldError } from '../../http/api-error.ts'
import type { BranchCtx } from '../../http/ctx.ts'
import { findOrder } from './read-orders.ts'

/**
 * Moves lines of one order along the declared transitions, undo included: all of them or none.
 * @throws STATE_INVALID for a move that does not exist, CONFLICT when somebody moved a line first, NOT_FOUND
 */
export async function moveLines(
  ctx: BranchCtx,
  orderId: string,
  { moves }: MoveLinesInput,
  by: 'kitchen' | 'staff',
  wanted: string | undefined,
): Promise<Order> {
  for (const [index, { from, to }] of moves.entries()) {
    // Confirming and refusing are decisions on the whole order, with their own permissions.
    if (from === 'pending' || to === 'cancelled' || !canMoveLine(from, to, by))
      throw fieldError('STATE_INVALID', `moves.${index}`, `cannot go from ${from} to ${to}`)
  }
  return ctx.tx(async (tx) => {
    const sessionId = await lockOrder(tx, orderId)
    await updateLines(tx, ctx, orderId, moves)
    const state = await settleOrder(tx, ctx, orderId)
    const order = await findOrder(tx, orderId, wanted)
    if (!order) throw new ApiError('NOT_FOUND')
    const payload = { orderId, state, lines: moves.map(({ lineId, to }) => `${lineId}:${to}`).join(' ') }
    await tx.append(
      [
        { audience: 'branch', kind: 'order.lines_moved', payload },
        { audience: 'session', sessionId, kind: 'order.lines_moved', payload },
      ],
      ctx.author,
    )
    return order
  })
}

/** Movers of one order wait for each other, so that its derived state is never computed from partial data. */
async function lockOrder({ db }: Tx, orderId: string): Promise<string> {
  const [row] = await db
    .select({ sessionId: orders.sessionId })
    .from(orders)
    .where(eq(orders.id, orderId))
    .for('update')
  if (!row) throw new ApiError('NOT_FOUND')
  return row.sessionId
}

async function updateLines(
  { sql }: Tx,
  ctx: BranchCtx,
  orderId: string,
  moves: MoveLinesInput['moves'],
): Promise<void> {
  const moved = await sql`
    update order_lines l set state = m."to", state_since = ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m ("lineId" uuid, "from" text, "to" text)
    where l.id = m."lineId" and l.order_id = ${orderId} and l.state = m."from"
    returning l.id`
  if (moved.length !== new Set(moves.map((move) => move.lineId)).size) throw new ApiError('CONFLICT')
}

/** Writes the order's state, which is derived from its lines and never set by itself. */
async function settleOrder({ db }: Tx, ctx: BranchCtx, orderId: string): Promise<LineState> {
  const lines = await db
    .select({ state: orderLines.state })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
  const state = deriveOrderState(lines.map((line) => line.state))
  const closed = state === 'served' || state === 'cancelled'
  await db
    .update(orders)
    .set({ state, closedAt: closed ? ctx.now.toISOString() : null })
    .where(eq(orders.id, orderId))
  return state
}
