import { AuthError } from '@repo/auth'
import { Hono } from 'hono'
import { accountRoutes } from './features/accounts/accounts.routes.ts'
import { identityRoutes } from './features/accounts/identity.routes.ts'
import { branchRoutes } from './features/branches/branches.routes.ts'
import { customerRoutes } from './features/customers/customers.routes.ts'
import { deviceRoutes } from './features/devices/devices.routes.ts'
import { healthRoutes } from './features/health/health.routes.ts'
import { kitchenRoutes } from './features/kitchen/kitchen.routes.ts'
import { mediaRoutes } from './features/media/media.routes.ts'
import { menuRoutes } from './features/menu/menu.routes.ts'
import { buildDocument } from './features/openapi/build-document.ts'
import { openapiRoutes } from './features/openapi/openapi.routes.ts'
import { orderRoutes } from './features/orders/orders.routes.ts'
import { organizationRoutes } from './features/organizations/organizations.routes.ts'
import { outboxRoutes } from './features/outbox/outbox.routes.ts'
import { serviceCallRoutes } from './features/service-calls/service-calls.routes.ts'
import { invitationRoutes } from './features/staff/invitations.routes.ts'
import { staffRoutes } from './features/staff/staff.routes.ts'
import { tableSessionRoutes } from './features/table-sessions/table-sessions.routes.ts'
import { tableRoutes } from './features/tables/tables.routes.ts'
import { webhookRoutes } from './features/webhooks/webhooks.routes.ts'
import { allowedMethods } from './http/allowed-methods.ts'
import { ApiError } from './http/api-error.ts'
import type { AppEnv } from './http/app-env.ts'
import type { Deps } from './http/deps.ts'
import { problem } from './http/problem.ts'
import { countRefusal } from './security/count-refusal.ts'
import { perimeter } from './security/perimeter.ts'
import { recordRefusal } from './security/record-refusal.ts'

/** Every feature, in one place; the client is compiled from the types of these groups. */
export const features = {
  accounts: accountRoutes,
  branches: branchRoutes,
  customers: customerRoutes,
  devices: deviceRoutes,
  identity: identityRoutes,
  invitations: invitationRoutes,
  kitchen: kitchenRoutes,
  media: mediaRoutes,
  menu: menuRoutes,
  orders: orderRoutes,
  organizations: organizationRoutes,
  outbox: outboxRoutes,
  serviceCalls: serviceCallRoutes,
  staff: staffRoutes,
  tableSessions: tableSessionRoutes,
  tables: tableRoutes,
  webhooks: webhookRoutes,
  openapi: openapiRoutes,
}

/** Perimeter → features → error handler. Starts no server and opens no connection. */
export function createApp(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  let document: string | undefined
  deps.openapi = () => {
    document ??= JSON.stringify(buildDocument(app.routes))
    return document
  }
  app.use(perimeter(deps))
  app.route('/', healthRoutes)
  for (const routes of Object.values(features)) app.route('/api', routes as Hono<AppEnv>)
  app.notFound(async (c) => {
    c.set('limit', await countRefusal(c))
    const methods = allowedMethods(app, c.req.path)
    await recordRefusal(c, new ApiError('NOT_FOUND'))
    return methods.length > 0 || c.req.method === 'TRACE'
      ? problem(c, new ApiError('METHOD_NOT_ALLOWED'), { allow: methods.join(', ') })
      : problem(c, new ApiError('NOT_FOUND'))
  })
  app.onError(async (error, c) => {
    if (!(error instanceof ApiError || error instanceof AuthError))
      deps.log.error({ err: error, requestId: c.var.requestId }, 'request failed')
    await recordRefusal(c, error)
    return problem(c, error, undefined, deps.mode === 'development')
  })
  return app
}

export type Features = typeof features
