import { branches, dishes, menuCategories } from '@repo/db/schema'
import type { StaffMenu } from '@repo/schemas/contract'
import { asc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { ApiError } from '../../http/api-error.ts'
import type { BranchCtx } from '../../http/ctx.ts'
import { toStaffDish } from './to-staff-dish.ts'

/** The branch's whole menu, hidden dishes and unpublished categories included. */
export function listStaffMenu(ctx: BranchCtx): Promise<z.input<typeof StaffMenu>> {
  return ctx.tx(async ({ db }) => {
    const [[branch], categories, rows] = await Promise.all([
      db.select().from(branches).where(eq(branches.id, ctx.actor.branchId)),
      db.select().from(menuCategories).orderBy(asc(menuCategories.position)),
      db.select().from(dishes).orderBy(asc(dishes.position)),
    ])
    if (!branch) throw new ApiError('NOT_FOUND')
    const dishesOf = Map.groupBy(rows, (dish) => dish.categoryId)
    return {
      version: branch.menuVersion,
      currency: branch.currency,
      categories: categories.map(({ id, name, backdrop }) => ({
        id,
        name,
        backdrop,
        dishes: (dishesOf.get(id) ?? []).map((dish) => toStaffDish(dish, branch.locales)),
      })),
    }
  })
}
