import { branches, dishes, orders, stations } from '@repo/db/schema'
import type { KitchenBoard } from '@repo/schemas/contract'
import { localize } from '@repo/schemas/rules'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { BranchCtx } from '../../http/ctx.ts'
import { branchStream, formatCursor } from '../../live/cursor.ts'
import { chooseLocale } from '../menu/choose-locale.ts'
import { readOrders } from '../orders/read-orders.ts'

/** Every ticket that the kitchen still has to handle, and the cursor from which live events continue. */
export function readKitchenBoard(ctx: BranchCtx, wanted: string | undefined): Promise<KitchenBoard> {
  const { organizationId, branchId } = ctx.actor
  const stream = branchStream(branchId)
  return ctx.tx(async (tx) => {
    const [head] = await tx.heads([stream])
    const [[branch], stationRows, soldOut] = await Promise.all([
      tx.db.select().from(branches).where(eq(branches.id, branchId)),
      tx.db.select().from(stations).orderBy(asc(stations.position)),
      tx.db
        .select({ id: dishes.id, name: dishes.name })
        .from(dishes)
        .where(eq(dishes.availability, 'sold_out')),
    ])
    if (!branch) throw new ApiError('NOT_FOUND')
    const locale = chooseLocale(branch, wanted)
    const here = and(eq(orders.organizationId, organizationId), eq(orders.branchId, branchId))
    const tickets = await readOrders(
      tx,
      and(here, inArray(orders.state, ['confirmed', 'preparing', 'ready'])),
      locale,
    )
    return {
      cursor: formatCursor(stream, head),
      serverTime: ctx.now.toISOString(),
      branchName: branch.name,
      accent: { hue: branch.accentHue, chroma: branch.accentChroma },
      logo: branch.logo,
      targetMinutes: branch.targetMinutes,
      stations: stationRows.map(({ id, name, icon }) => ({
        id,
        icon,
        name: localize(name, locale, branch.defaultLocale),
      })),
      tickets,
      soldOut: soldOut.map(({ id, name }) => ({
        dishId: id,
        name: localize(name, locale, branch.defaultLocale),
      })),
    }
  })
}
