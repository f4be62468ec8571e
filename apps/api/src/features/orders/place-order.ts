import { uuidv7 } from '@repo/auth'
import { order as limit } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import type { Order, PlaceOrderInput } from '@repo/schemas/contract'
import { businessDate, isOpenAt, type OrderPrice } from '@repo/schemas/rules'
import { ApiError } from '../../http/api-error.ts'
import type { GuestCtx } from '../../http/ctx.ts'
import { findEarlierReply, type IdempotentCall, idempotentCall } from '../../http/idempotency.ts'
import { requireSeated } from '../../security/require-seated.ts'
import { insertOrder } from './insert-order.ts'
import { type BranchTerms, loadOrderContext, type SessionSeat } from './load-order-context.ts'
import { type PricedLine, priceLines } from './price-lines.ts'

/**
 * Places a guest's order at the server's prices, exactly once per key.
 * @throws PRICE_CHANGED with the new prices when they differ from what the guest saw; nothing is ordered then
 */
export async function placeOrder(
  ctx: GuestCtx,
  key: string,
  input: PlaceOrderInput,
): Promise<{ order: Order; replayed: boolean }> {
  const call = idempotentCall(ctx.actor.guestId, 'place-order', key, input)
  return ctx.tx(async (tx) => {
    const { guestId, branchId, tableSessionId: sessionId } = ctx.actor
    const dishIds = [...new Set(input.lines.map((line) => line.dishId))]
    const [earlier, { branch, seat, dishes, underWay }] = await Promise.all([
      findEarlierReply(tx, call),
      loadOrderContext(tx, { branchId, sessionId, guestId, dishIds }),
    ])
    if (earlier) return { order: earlier as Order, replayed: true }
    const terms = requireOpen(branch, seat, ctx.now)
    if (underWay >= limit.maxUnderWay)
      throw new ApiError('TABLE_ORDER_LIMIT', {
        detail: 'The table has too many unserved orders',
      })
    const { lines, price } = priceLines(input.lines, dishes, terms.branch)
    if (price.totalMinor !== input.expectedTotalMinor) throw priceChanged(lines, price)
    const order = await write(tx, ctx, call, input, terms, lines, price)
    return { order, replayed: false }
  })
}

type Terms = { branch: BranchTerms; seat: SessionSeat }

/** What can change between the menu and the order, in the order in which a guest should be told. */
function requireOpen(branch: BranchTerms | undefined, seat: SessionSeat | undefined, now: Date): Terms {
  if (!branch || !seat || seat.state !== 'open') throw new ApiError('SESSION_CLOSED')
  requireSeated(seat.guestState)
  if (branch.orderingPaused) throw new ApiError('ORDERING_PAUSED')
  if (!isOpenAt(branch.openingHours, now, branch.timeZone)) throw new ApiError('BRANCH_CLOSED')
  return { branch, seat }
}

function priceChanged(lines: PricedLine[], price: OrderPrice): ApiError {
  return new ApiError('PRICE_CHANGED', {
    quote: {
      totalMinor: price.totalMinor,
      lines: lines.map(({ dish, unitMinor, lineMinor }) => ({ dishId: dish.id, unitMinor, lineMinor })),
    },
  })
}

function needsConfirmation({ branch, seat }: Terms): boolean {
  return branch.confirmOrders === 'always' || (branch.confirmOrders === 'first' && !seat.hasConfirmedOrder)
}

async function write(
  tx: Tx,
  ctx: GuestCtx,
  call: IdempotentCall,
  input: PlaceOrderInput,
  terms: Terms,
  lines: PricedLine[],
  price: OrderPrice,
): Promise<Order> {
  const { branch, seat } = terms
  const { guestId, tableSessionId: sessionId } = ctx.actor
  const orderId = uuidv7()
  const state = needsConfirmation(terms) ? 'pending' : 'confirmed'
  const [order] = await Promise.all([
    insertOrder(tx, {
      ...ctx.actor,
      sessionId,
      orderId,
      state,
      call,
      branch,
      seat,
      lines,
      price,
      note: input.note ?? '',
      allergyNote: input.allergyNote ?? '',
      placedAt: ctx.now.toISOString(),
      businessDate: businessDate(ctx.now, branch.timeZone, branch.businessDayCutoffMinutes),
    }),
    tx.append(
      [
        {
          audience: 'branch',
          kind: 'order.placed',
          payload: { orderId, sessionId, guestId, state, totalMinor: price.totalMinor },
        },
        {
          audience: 'session',
          sessionId,
          kind: 'order.placed',
          payload: { orderId, guestId, state, totalMinor: price.totalMinor },
        },
      ],
      ctx.author,
    ),
  ])
  return order
}
