import { branches, dishes } from '@repo/db/schema'
import { eq, sql } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { announceMenuChange } from '../menu/announce-menu-change.ts'
import { toStaffDish } from '../menu/to-staff-dish.ts'
import { removePhoto } from './remove-photo.ts'

/** Shows this photo, whose files are stored already, or with null the picture that ships with the app. @throws NOT_FOUND */
export async function setDishPhoto(ctx: StaffCtx, dishId: string, photo: string | null) {
  const { branchId } = ctx.actor
  const { dish, before } = await ctx.tx(async (tx) => {
    const [known] = await tx.db
      .select({ photo: dishes.photo })
      .from(dishes)
      .where(eq(dishes.id, dishId))
      .for('update')
    if (!known) throw new ApiError('NOT_FOUND')
    const [[updated], [branch]] = await Promise.all([
      tx.db
        .update(dishes)
        .set({ photo, version: sql`${dishes.version} + 1` })
        .where(eq(dishes.id, dishId))
        .returning(),
      tx.db.select({ locales: branches.locales }).from(branches).where(eq(branches.id, branchId)),
    ])
    if (!updated || !branch) throw new ApiError('NOT_FOUND')
    await announceMenuChange(tx, ctx, { dishId })
    return { dish: toStaffDish(updated, branch.locales), before: known.photo }
  })
  ctx.deps.menuCache.invalidate(branchId)
  if (before !== null && before !== photo) await removePhoto(ctx, before)
  return dish
}
