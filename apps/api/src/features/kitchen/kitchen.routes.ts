import {
  BranchPath,
  KitchenBoard,
  LocaleQuery,
  MoveLinesInput,
  Order,
  OrderPath,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { branchCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { moveLines } from '../orders/move-lines.ts'
import { readKitchenBoard } from './read-kitchen-board.ts'

export const kitchenRoutes = new Hono<AppEnv>()
  .get(
    '/branches/:branchId/kitchen',
    endpoint({
      summary: 'Tickets for the kitchen display',
      guard: 'kitchen:read',
      limit: 'staffRead',
      params: BranchPath,
      query: LocaleQuery,
      returns: KitchenBoard,
    }),
    async (c) => reply(c, await readKitchenBoard(branchCtx(c), c.req.valid('query').locale)),
  )
  .post(
    '/branches/:branchId/kitchen/tickets/:orderId/moves',
    endpoint({
      summary: 'Bump lines, or undo a bump',
      guard: 'kitchen:advance',
      limit: 'staffWrite',
      params: OrderPath,
      query: LocaleQuery,
      json: MoveLinesInput,
      returns: Order,
    }),
    async (c) =>
      reply(
        c,
        await moveLines(
          branchCtx(c),
          c.req.valid('param').orderId,
          c.req.valid('json'),
          'kitchen',
          c.req.valid('query').locale,
        ),
      ),
  )
