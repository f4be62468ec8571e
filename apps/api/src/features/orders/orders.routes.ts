import {
  BranchPath,
  GuestOrderPath,
  LocaleQuery,
  MoveLinesInput,
  Order,
  OrderBoard,
  OrderBoardQuery,
  OrderPath,
  PlaceOrderInput,
  RefuseOrderInput,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { branchCtx, guestCtx, staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { readIdempotencyKey } from '../../http/idempotency.ts'
import { decideOrder } from './decide-order.ts'
import { getOrder } from './get-order.ts'
import { listOrders } from './list-orders.ts'
import { moveLines } from './move-lines.ts'
import { placeOrder } from './place-order.ts'

export const orderRoutes = new Hono<AppEnv>()
  .post(
    '/customer/orders',
    endpoint({
      summary: 'Order for the table',
      guard: 'guest-order:place',
      limit: 'guestCreate',
      json: PlaceOrderInput,
      idempotent: true,
      returns: Order,
      status: 201,
    }),
    async (c) => {
      const { order, replayed } = await placeOrder(
        guestCtx(c),
        readIdempotencyKey(c.req.raw.headers),
        c.req.valid('json'),
      )
      return reply(c, order, replayed ? { 'idempotent-replayed': 'true' } : undefined)
    },
  )
  .get(
    '/customer/orders/:orderId',
    endpoint({
      summary: "One of the table's orders",
      guard: 'guest-order:read',
      limit: 'guestRead',
      params: GuestOrderPath,
      query: LocaleQuery,
      returns: Order,
    }),
    async (c) =>
      reply(c, await getOrder(guestCtx(c), c.req.valid('param').orderId, c.req.valid('query').locale)),
  )
  .get(
    '/branches/:branchId/orders',
    endpoint({
      summary: 'The board of orders',
      guard: 'order:read',
      limit: 'staffRead',
      params: BranchPath,
      query: OrderBoardQuery,
      returns: OrderBoard,
    }),
    async (c) => {
      const { scope, locale } = c.req.valid('query')
      return reply(c, await listOrders(branchCtx(c), scope, locale))
    },
  )
  .get(
    '/branches/:branchId/orders/:orderId',
    endpoint({
      summary: 'One order',
      guard: 'order:read',
      limit: 'staffRead',
      params: OrderPath,
      query: LocaleQuery,
      returns: Order,
    }),
    async (c) =>
      reply(c, await getOrder(branchCtx(c), c.req.valid('param').orderId, c.req.valid('query').locale)),
  )
  .post(
    '/branches/:branchId/orders/:orderId/confirm',
    endpoint({
      summary: 'Confirm a waiting order',
      guard: 'order:confirm',
      limit: 'staffWrite',
      params: OrderPath,
      query: LocaleQuery,
      returns: Order,
    }),
    async (c) =>
      reply(
        c,
        await decideOrder(
          staffCtx(c),
          c.req.valid('param').orderId,
          { to: 'confirmed' },
          c.req.valid('query').locale,
        ),
      ),
  )
  .post(
    '/branches/:branchId/orders/:orderId/refuse',
    endpoint({
      summary: 'Refuse a waiting order',
      guard: 'order:cancel',
      limit: 'staffWrite',
      params: OrderPath,
      query: LocaleQuery,
      json: RefuseOrderInput,
      returns: Order,
    }),
    async (c) =>
      reply(
        c,
        await decideOrder(
          staffCtx(c),
          c.req.valid('param').orderId,
          { to: 'cancelled', ...c.req.valid('json') },
          c.req.valid('query').locale,
        ),
      ),
  )
  .post(
    '/branches/:branchId/orders/:orderId/moves',
    endpoint({
      summary: 'Serve lines, or undo it',
      guard: 'order:serve',
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
          'staff',
          c.req.valid('query').locale,
        ),
      ),
  )
