import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { endpoint } from '../../http/endpoint.ts'
import { serveOutbox } from './serve-outbox.ts'

export const outboxRoutes = new Hono<AppEnv>().get(
  '/dev/outbox',
  endpoint({
    summary: 'Messages that were not delivered, in development',
    guard: 'outbox:read',
    limit: 'otherPerAddress',
    returns: 'bytes',
  }),
  (c) => serveOutbox(c),
)
