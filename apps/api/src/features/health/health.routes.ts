import { Health } from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { anyCtx } from '../../http/ctx.ts'
import { endpoint } from '../../http/endpoint.ts'
import { responseHeaders } from '../../http/headers.ts'
import { readHealth } from './read-health.ts'

export const healthRoutes = new Hono<AppEnv>().get(
  '/health',
  endpoint({
    summary: 'Whether the service can work; details with X-Health-Secret',
    guard: 'health:read',
    limit: 'healthPerAddress',
    returns: Health,
  }),
  async (c) => {
    const health = await readHealth(anyCtx(c), c.req.raw.headers.get('x-health-secret'))
    const headers = responseHeaders(c, { 'content-type': 'application/json; charset=utf-8' })
    return new Response(JSON.stringify(Health.parse(health)), {
      status: health.status === 'ok' ? 200 : 503,
      headers,
    })
  },
)
