import { photo } from '@repo/config/limits'
import { DishPath, MediaPath, StaffDish } from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { serveMedia } from './serve-media.ts'
import { setDishPhoto } from './set-dish-photo.ts'
import { uploadDishPhoto } from './upload-dish-photo.ts'

export const mediaRoutes = new Hono<AppEnv>()
  .get(
    '/media/:branchId/:file',
    endpoint({
      summary: 'A photo of a dish in one width and type',
      guard: 'media:read',
      limit: 'mediaPerAddress',
      params: MediaPath,
      returns: 'bytes',
    }),
    (c) => serveMedia(c, c.req.valid('param')),
  )
  .put(
    '/branches/:branchId/dishes/:dishId/picture',
    endpoint({
      summary: 'Give a dish a photo: one JPEG, PNG or WebP file as the body',
      guard: 'menu:update',
      limit: 'staffUpload',
      params: DishPath,
      upload: { types: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: photo.maxBytes },
      returns: StaffDish,
    }),
    async (c) => reply(c, await uploadDishPhoto(staffCtx(c), c.req.valid('param').dishId, c.var.upload)),
  )
  .delete(
    '/branches/:branchId/dishes/:dishId/picture',
    endpoint({
      summary: 'Remove a dish’s photo',
      guard: 'menu:update',
      limit: 'staffWrite',
      params: DishPath,
      returns: StaffDish,
    }),
    async (c) => reply(c, await setDishPhoto(staffCtx(c), c.req.valid('param').dishId, null)),
  )
