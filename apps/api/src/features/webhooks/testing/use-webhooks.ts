import { verifyWebhook } from '@repo/auth'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { Deps } from '../../../http/deps.ts'
import type { Tenant } from '../../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../../testing/test-app.ts'
import { takeDueDeliveries } from '../take-due-deliveries.ts'
import { type Got, startReceiver } from './start-receiver.ts'

type World = {
  t: TestApp
  receiver: Awaited<ReturnType<typeof startReceiver>>
  tenant: Tenant
  /** The access token of the tenant's owner. */
  owner: string
}

/** One app and one receiver for the tests of a file; each test begins with a restaurant of its own and no webhooks. */
export function useWebhooks() {
  const world = {} as World

  beforeAll(async () => {
    world.receiver = await startReceiver()
    world.t = await createTestApp()
  })
  afterAll(async () => {
    world.receiver.close()
    await world.t.close()
  })
  beforeEach(async () => {
    const { t, receiver } = world
    await t.startAfresh()
    t.deps.outgoingHttp = receiver.outgoingHttp
    receiver.status = 200
    receiver.got = []
    await t.admin`delete from webhook_endpoints`
    await enter(await t.createTenant())
  })

  /** Continues as the owner of a restaurant. */
  async function enter(tenant: Tenant): Promise<void> {
    world.tenant = tenant
    world.owner = (await world.t.signInAs(tenant, 'owner')).token
  }

  const path = (rest = '', branchId = world.tenant.branchId) => `/api/branches/${branchId}/webhooks${rest}`
  const call = (method: string, rest = '', json?: unknown, token = world.owner) =>
    world.t.call(method, path(rest), { token, ...(json !== undefined && { json }) })

  async function add(kinds = ['order.placed']) {
    const { status, body } = await call('POST', '', { url: world.receiver.url, kinds })
    expect(status).toBe(201)
    const { webhook, secret } = body as { webhook: { id: string }; secret: string }
    return { id: webhook.id, secret }
  }

  /** What the branch writes when orders come in. */
  function happen(kind = 'order.placed', count = 1) {
    const { organizationId, branchId } = world.tenant
    const scope = { kind: 'staff', organizationId, branchId, userId: branchId } as const
    const entries = Array.from({ length: count }, (_, n) => ({
      audience: 'branch' as const,
      kind,
      payload: { n },
    }))
    return world.t.deps.gateway.run(scope, (tx) => tx.append(entries, { actor: 'test', requestId: 'r' }))
  }

  const deliver = async (deps: Deps = world.t.deps) =>
    Promise.all((await takeDueDeliveries(deps, { max: 10, busy: [] })).map(({ ended }) => ended))
  const makeDue = () =>
    world.t.admin`update webhook_deliveries set next_attempt_at = now() where state = 'pending'`
  const deliveries = async (id: string) =>
    (await call('GET', `/${id}/deliveries`)).body.deliveries as Record<string, unknown>[]

  return Object.assign(world, { enter, path, call, add, happen, deliver, makeDue, deliveries })
}

export const isSignedWith = ({ signature, body }: Got, secret: string): boolean =>
  verifyWebhook({ header: signature, body, secrets: [secret], nowSeconds: Date.now() / 1_000 }).ok
