import { Health } from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { endpoint, reply } from '../../http/endpoint.ts'

export const healthRoutes = new Hono<AppEnv>().get(
  '/health',
  endpoint({
    summary: 'Whether the process answers',
    guard: 'health:read',
    limit: 'healthPerAddress',
    returns: Health,
  }),
  (c) => reply(c, { status: 'ok' }),
)
