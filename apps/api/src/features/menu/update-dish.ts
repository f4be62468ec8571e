import { branches, dishes } from '@repo/db/schema'
import type { StaffDish, UpdateDishInput } from '@repo/schemas/contract'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { organizationEntry } from '../../security/audit-entry.ts'
import { announceMenuChange } from './announce-menu-change.ts'
import { toStaffDish } from './to-staff-dish.ts'

/** Changes a dish that the sender has seen in its current version. @throws NOT_FOUND, CONFLICT when a colleague was first */
export async function updateDish(
  ctx: StaffCtx,
  dishId: string,
  input: UpdateDishInput,
): Promise<z.input<typeof StaffDish>> {
  const { version, ...changes } = input
  const dish = await ctx.tx(async (tx) => {
    const [[known], [branch]] = await Promise.all([
      tx.db.select({ priceMinor: dishes.priceMinor }).from(dishes).where(eq(dishes.id, dishId)),
      tx.db.select({ locales: branches.locales }).from(branches).where(eq(branches.id, ctx.actor.branchId)),
    ])
    if (!known || !branch) throw new ApiError('NOT_FOUND')
    const [updated] = await tx.db
      .update(dishes)
      .set({ ...changes, version: sql`${dishes.version} + 1` })
      .where(and(eq(dishes.id, dishId), eq(dishes.version, version)))
      .returning()
    if (!updated) throw new ApiError('CONFLICT')
    const { availability, priceMinor } = updated
    const prices = { dishId, fromMinor: known.priceMinor, toMinor: priceMinor }
    await announceMenuChange(
      tx,
      ctx,
      { dishId, availability, priceMinor },
      known.priceMinor === priceMinor
        ? []
        : [organizationEntry('menu.price_changed', { branchId: ctx.actor.branchId, ...prices })],
    )
    return toStaffDish(updated, branch.locales)
  })
  ctx.deps.menuCache.invalidate(ctx.actor.branchId)
  return dish
}
