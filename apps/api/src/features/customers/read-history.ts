import type { Tx } from '@repo/db'
import { branches, customers, orderLines, orders } from '@repo/db/schema'
import type { History, HistoryQuery } from '@repo/schemas/contract'
import { localize } from '@repo/schemas/rules'
import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { GuestCtx } from '../../http/ctx.ts'
import { requirePlace } from '../../http/require-place.ts'
import { takePage } from '../../http/take-page.ts'
import { chooseLocale } from '../menu/choose-locale.ts'
import { findOwnCustomer } from './find-own-customer.ts'
import { toCustomer } from './to-customer.ts'

type Reply = z.input<typeof History>

/** The customer's orders from all visits to the organization, latest first. @throws NOT_FOUND when `after` is gone */
export async function readHistory(ctx: GuestCtx, query: HistoryQuery): Promise<Reply> {
  const subjectId = await findOwnCustomer(ctx)
  if (subjectId === undefined) return { customer: null, orders: [], next: null }
  const { organizationId, branchId } = ctx.actor
  const scope = { kind: 'customer', organizationId, branchId, subjectId } as const
  return ctx.deps.gateway.run(scope, async (tx) => {
    const [[customer], past] = await Promise.all([tx.db.select().from(customers), readOrders(tx, query)])
    return { customer: customer ? toCustomer(customer) : null, ...past }
  })
}

async function readOrders(
  tx: Tx,
  { limit, after, locale }: HistoryQuery,
): Promise<Pick<Reply, 'orders' | 'next'>> {
  const { db } = tx
  await requirePlace(tx, orders.id, after)
  const found = await db
    .select({ order: orders, branch: branches })
    .from(orders)
    .innerJoin(branches, eq(branches.id, orders.branchId))
    .where(
      after
        ? sql`(${orders.placedAt}, ${orders.id}) < (select l.placed_at, l.id from orders l where l.id = ${after})`
        : undefined,
    )
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(limit + 1)
  const { shown: rows, next } = takePage(found, limit, ({ order }) => order.id)
  const lines = await db
    .select()
    .from(orderLines)
    .where(
      inArray(
        orderLines.orderId,
        rows.map(({ order }) => order.id),
      ),
    )
    .orderBy(asc(orderLines.position))
  const linesOf = Map.groupBy(lines, ({ orderId }) => orderId)
  const past = rows.map(({ order: { id, number, state, placedAt, currency, totalMinor }, branch }) => ({
    id,
    branchName: branch.name,
    number,
    state,
    placedAt,
    currency,
    totalMinor,
    lines: (linesOf.get(id) ?? []).map(({ name, quantity }) => ({
      name: localize(name, chooseLocale(branch, locale), branch.defaultLocale),
      quantity,
    })),
  }))
  return { orders: past, next }
}
