import { branches, dishes } from '@repo/db/schema'
import type { SetAvailabilityInput, StaffDish } from '@repo/schemas/contract'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { ApiError } from '../../http/api-error.ts'
import type { BranchCtx } from '../../http/ctx.ts'
import { announceMenuChange } from './announce-menu-change.ts'
import { toStaffDish } from './to-staff-dish.ts'

/** 86es a dish or brings it back; open menus change at once. A hidden dish is not on sale, so it is not found. */
export async function setAvailability(
  ctx: BranchCtx,
  dishId: string,
  { availability }: SetAvailabilityInput,
): Promise<z.input<typeof StaffDish>> {
  const dish = await ctx.tx(async (tx) => {
    const [[updated], [branch]] = await Promise.all([
      tx.db
        .update(dishes)
        .set({ availability, version: sql`${dishes.version} + 1` })
        .where(and(eq(dishes.id, dishId), ne(dishes.availability, 'hidden')))
        .returning(),
      tx.db.select({ locales: branches.locales }).from(branches).where(eq(branches.id, ctx.actor.branchId)),
    ])
    if (!updated || !branch) throw new ApiError('NOT_FOUND')
    await announceMenuChange(tx, ctx, { dishId, availability, priceMinor: updated.priceMinor })
    return toStaffDish(updated, branch.locales)
  })
  ctx.deps.menuCache.invalidate(ctx.actor.branchId)
  return dish
}
