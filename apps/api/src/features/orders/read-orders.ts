import type { Tx } from '@repo/db'
import { branches, guests, orderLines, orders } from '@repo/db/schema'
import type { Order } from '@repo/schemas/contract'
import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { chooseLocale } from '../menu/choose-locale.ts'
import { toOrder } from './to-order.ts'

/** Orders that the scope may see and `where` selects, with their lines, oldest first; texts in the wanted language if the branch offers it. */
export async function readOrders(
  tx: Tx,
  where: SQL | undefined,
  wanted: string | undefined,
): Promise<Order[]> {
  const rows = await tx.db
    .select({
      order: orders,
      guestName: guests.name,
      defaultLocale: branches.defaultLocale,
      locales: branches.locales,
    })
    .from(orders)
    .innerJoin(branches, eq(branches.id, orders.branchId))
    .leftJoin(guests, eq(guests.id, orders.guestId))
    .where(where)
    .orderBy(asc(orders.placedAt), asc(orders.number))
  if (rows.length === 0) return []
  const lines = await tx.db
    .select()
    .from(orderLines)
    .where(
      inArray(
        orderLines.orderId,
        rows.map(({ order }) => order.id),
      ),
    )
    .orderBy(asc(orderLines.position))
  const linesOf = Map.groupBy(lines, (line) => line.orderId)
  return rows.map(({ order, guestName, ...languages }) =>
    toOrder(order, guestName ?? '', linesOf.get(order.id) ?? [], {
      locale: chooseLocale(languages, wanted),
      defaultLocale: languages.defaultLocale,
    }),
  )
}

/** All orders of a table's session: what its guests see. */
export const readSessionOrders = (tx: Tx, sessionId: string, wanted: string | undefined): Promise<Order[]> =>
  readOrders(tx, eq(orders.sessionId, sessionId), wanted)

/** One order, or undefined when it is not visible in this scope. */
export const findOrder = async (
  tx: Tx,
  orderId: string,
  wanted: string | undefined,
): Promise<Order | undefined> => (await readOrders(tx, and(eq(orders.id, orderId)), wanted))[0]
