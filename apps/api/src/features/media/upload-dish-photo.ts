import { dishes } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { newPhoto, photoKey } from './photo-keys.ts'
import { setDishPhoto } from './set-dish-photo.ts'

/** Re-encodes a photo, stores it and shows it for the dish. @throws NOT_FOUND and what the encoder throws */
export async function uploadDishPhoto(ctx: StaffCtx, dishId: string, bytes: Uint8Array) {
  const { deps, actor } = ctx
  const known = await ctx.tx(({ db }) => db.$count(dishes, eq(dishes.id, dishId)))
  if (known === 0) throw new ApiError('NOT_FOUND')
  const photo = newPhoto()
  for (const file of await deps.photos.encode(bytes)) {
    const key = photoKey(actor.branchId, photo, file.width, file.type)
    await deps.media.put(key, file.bytes, `image/${file.type}`)
  }
  return setDishPhoto(ctx, dishId, photo)
}
