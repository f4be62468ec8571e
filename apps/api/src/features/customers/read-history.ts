import { page } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import { branches, customers, orderLines, orders } from '@repo/db/schema'
import type { History } from '@repo/schemas/contract'
import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { GuestCtx } from '../../http/ctx.ts'
import { chooseLocale } from '../menu/choose-locale.ts'
import { localize } from '../menu/localize.ts'
import { findOwnCustomer } from './find-own-customer.ts'
import { toCustomer } from './to-customer.ts'

type Reply = z.input<typeof History>

/** The own orders over all visits to the organization, latest first. */
export async function readHistory(ctx: GuestCtx, wanted: string | undefined): Promise<Reply> {
  const subjectId = await findOwnCustomer(ctx)
  if (subjectId === undefined) return { customer: null, orders: [] }
  const { organizationId, branchId } = ctx.actor
  const scope = { kind: 'customer', organizationId, branchId, subjectId } as const
  return ctx.deps.gateway.run(scope, async (tx) => {
    const [[customer], past] = await Promise.all([tx.db.select().from(customers), readOrders(tx, wanted)])
    return { customer: customer ? toCustomer(customer) : null, orders: past }
  })
}

async function readOrders({ db }: Tx, wanted: string | undefined): Promise<Reply['orders']> {
  const rows = await db
    .select({ order: orders, branch: branches })
    .from(orders)
    .innerJoin(branches, eq(branches.id, orders.branchId))
    .orderBy(desc(orders.placedAt))
    .limit(page.maxItems)
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
  return rows.map(({ order: { id, number, state, placedAt, currency, totalMinor }, branch }) => ({
    id,
    branchName: branch.name,
    number,
    state: state as 'served',
    placedAt,
    currency,
    totalMinor,
    lines: (linesOf.get(id) ?? []).map(({ name, quantity }) => ({
      name: localize(name, chooseLocale(branch, wanted), branch.defaultLocale),
      quantity,
    })),
  }))
}
