import {
  MakeServiceCallInput,
  MoveServiceCallInput,
  ServiceCall,
  ServiceCallPath,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { branchCtx, guestCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { makeServiceCall } from './make-service-call.ts'
import { moveServiceCall } from './move-service-call.ts'

export const serviceCallRoutes = new Hono<AppEnv>()
  .post(
    '/customer/service-calls',
    endpoint({
      summary: 'Call a waiter or ask for the bill',
      guard: 'service-call:make',
      limit: 'guestCreate',
      json: MakeServiceCallInput,
      returns: ServiceCall,
      status: 201,
    }),
    async (c) => reply(c, await makeServiceCall(guestCtx(c), c.req.valid('json'))),
  )
  .post(
    '/branches/:branchId/service-calls/:callId/move',
    endpoint({
      summary: 'Take a call or mark it done',
      guard: 'service-call:handle',
      limit: 'staffWrite',
      params: ServiceCallPath,
      json: MoveServiceCallInput,
      returns: ServiceCall,
    }),
    async (c) =>
      reply(c, await moveServiceCall(branchCtx(c), c.req.valid('param').callId, c.req.valid('json').to)),
  )
