import type { Order } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { BranchCtx, GuestCtx } from '../../http/ctx.ts'
import { findOrder } from './read-orders.ts'

/** One order that the asker may see. @throws NOT_FOUND */
export async function getOrder(
  ctx: BranchCtx | GuestCtx,
  orderId: string,
  wanted: string | undefined,
): Promise<Order> {
  const order = await ctx.tx((tx) => findOrder(tx, orderId, wanted))
  if (!order) throw new ApiError('NOT_FOUND')
  return order
}
