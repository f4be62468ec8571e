import {
  BranchPath,
  DishPath,
  LocaleQuery,
  Menu,
  MenuPath,
  SetAvailabilityInput,
  StaffDish,
  StaffMenu,
  UpdateDishInput,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { branchCtx, staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { listStaffMenu } from './list-staff-menu.ts'
import { serveMenu } from './serve-menu.ts'
import { setAvailability } from './set-availability.ts'
import { updateDish } from './update-dish.ts'

export const menuRoutes = new Hono<AppEnv>()
  .get(
    '/customer/:branchSlug/menu',
    endpoint({
      summary: 'The published menu of a branch',
      guard: 'menu:browse',
      limit: 'menuPerAddress',
      params: MenuPath,
      query: LocaleQuery,
      returns: Menu,
    }),
    (c) => serveMenu(c, c.req.valid('param').branchSlug, c.req.valid('query').locale),
  )
  .get(
    '/branches/:branchId/menu',
    endpoint({
      summary: 'The menu as staff edit it',
      guard: 'menu:read',
      limit: 'staffRead',
      params: BranchPath,
      returns: StaffMenu,
    }),
    async (c) => reply(c, await listStaffMenu(branchCtx(c))),
  )
  .patch(
    '/branches/:branchId/menu/dishes/:dishId',
    endpoint({
      summary: 'Change a dish',
      guard: 'menu:update',
      limit: 'staffWrite',
      params: DishPath,
      json: UpdateDishInput,
      returns: StaffDish,
    }),
    async (c) => reply(c, await updateDish(staffCtx(c), c.req.valid('param').dishId, c.req.valid('json'))),
  )
  .put(
    '/branches/:branchId/menu/dishes/:dishId/availability',
    endpoint({
      summary: 'Mark a dish sold out, or bring it back',
      guard: 'menu:availability',
      limit: 'staffWrite',
      params: DishPath,
      json: SetAvailabilityInput,
      returns: StaffDish,
    }),
    async (c) =>
      reply(c, await setAvailability(branchCtx(c), c.req.valid('param').dishId, c.req.valid('json'))),
  )
