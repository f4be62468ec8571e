import { customers, guests, orderLines, orders, otpRequests } from '@repo/db/schema'
import { and, inArray, isNotNull, ne } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { GuestCtx } from '../../http/ctx.ts'
import { findOwnCustomer } from './find-own-customer.ts'
import { stripReplies } from './strip-replies.ts'

const nobody = '—'

/**
 * Deletes what is known about the person: address, links to visits, codes, names of past seats, notes of finished
 * orders, and the words in replies kept for retries. What was sold stays the restaurant's, and the journal holds only ids.
 * @throws NOT_FOUND
 */
export async function eraseCustomer(ctx: GuestCtx): Promise<void> {
  const subjectId = await findOwnCustomer(ctx)
  if (subjectId === undefined) throw new ApiError('NOT_FOUND')
  const { organizationId, branchId, guestId } = ctx.actor
  const scope = { kind: 'customer', organizationId, branchId, subjectId } as const
  // Row-level security shows this scope the rows of one customer alone.
  await ctx.deps.gateway.run(scope, async (tx) => {
    const { db, append } = tx
    const finished = db.select({ id: orders.id }).from(orders).where(isNotNull(orders.closedAt))
    await db.update(orderLines).set({ note: '' }).where(inArray(orderLines.orderId, finished))
    await db.update(orders).set({ note: '', allergyNote: '' }).where(isNotNull(orders.closedAt))
    await db
      .update(guests)
      .set({ name: nobody })
      .where(and(ne(guests.id, guestId), ne(guests.state, 'pending')))
    await stripReplies(tx, nobody)
    await db.delete(otpRequests)
    await db.delete(customers)
    const payload = { customerId: subjectId }
    await append([{ audience: 'organization', kind: 'customer.erased', payload }], ctx.author)
  })
}
