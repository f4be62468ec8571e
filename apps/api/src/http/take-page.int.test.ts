import { uuidv7 } from '@repo/auth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { declarationOf } from './endpoint.ts'

const rows = 230
let t: TestApp
let tenant: Tenant
let owner: string
let guest: Awaited<ReturnType<TestApp['joinTable']>>
let webhookId: string
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
  owner = (await t.signInAs(tenant, 'owner')).token
  guest = await t.joinTable(tenant)
  webhookId = uuidv7()
  await fill()
})
afterAll(() => t.close())

/** Rows of every list that grows; many were made at the same moment. */
async function fill(): Promise<void> {
  const keys = { organization_id: tenant.organizationId, branch_id: tenant.branchId }
  const [keyId, customerId] = [uuidv7(), uuidv7()]
  const each = Array.from({ length: rows }, (_, n) => ({
    id: crypto.randomUUID(),
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(n / 7))).toISOString(),
    n,
  }))
  await t.admin`insert into webhook_endpoints ${t.admin({ ...keys, id: webhookId, url: 'https://example.test', kinds: [], secrets: '[]' })}`
  await t.admin`insert into webhook_deliveries ${t.admin(
    each.map(({ id, at }) => ({
      ...{
        ...keys,
        id,
        endpoint_id: webhookId,
        event_id: id,
        kind: 'order.placed',
        body: '{}',
        state: 'failed',
      },
      created_at: at,
    })),
  )}`
  await t.admin`insert into device_keys ${t.admin({ ...keys, id: keyId, kind: 'kds', key_hash: keyId, created_by: keyId, expires_at: '2100-01-01' })}`
  await t.admin`insert into devices ${t.admin(
    each.map(({ id, at }) => ({
      ...{ ...keys, id, key_id: keyId, device_id: id, kind: 'kds', name: 'Pass', last_network: '' },
      activated_at: at,
    })),
  )}`
  await t.admin`insert into users ${t.admin(each.map(({ id, n }) => ({ id, email: `${id}@example.test`, name: `P${n % 5}`, password_hash: 'x' })))}`
  await t.admin`insert into memberships ${t.admin(each.map(({ id, n }) => ({ id, organization_id: tenant.organizationId, user_id: id, role: n % 2 ? 'waiter' : 'kitchen' })))}`
  await t.admin`insert into customers ${t.admin({ id: customerId, organization_id: tenant.organizationId, channel: 'email', destination: 'a@example.test', name: 'Ana' })}`
  await t.admin`insert into customer_guests ${t.admin({ ...keys, guest_id: guest.guestId, customer_id: customerId })}`
  const order = {
    ...{
      session_id: guest.sessionId,
      guest_id: guest.guestId,
      table_label: '1',
      business_date: '2026-01-01',
    },
    ...{ state: 'served', currency: 'PEN', subtotal_minor: 1, discount_minor: 0, service_charge_minor: 0 },
    ...{ tax_minor: 0, total_minor: 1, taxes: '[]' },
  }
  await t.admin`insert into orders ${t.admin(each.map(({ id, at, n }) => ({ ...keys, ...order, id, number: n + 1, placed_at: at })))}`
}

type Listed = { items: { id?: string; membershipId?: string }[]; next: string | null }
const lists = (): [name: string, path: string, key: string, token: string][] => {
  const branch = `/api/branches/${tenant.branchId}`
  return [
    ['deliveries', `${branch}/webhooks/${webhookId}/deliveries`, 'deliveries', owner],
    ['devices', `${branch}/devices`, 'devices', owner],
    ['people', `${branch}/staff`, 'members', owner],
    ['past orders', '/api/customer/history', 'orders', guest.token],
  ]
}
async function load(path: string, key: string, token: string, query: string): Promise<Listed> {
  const { status, body } = await t.call('GET', `${path}${query}`, { token })
  expect(status, JSON.stringify(body)).toBe(200)
  return { items: body[key] as Listed['items'], next: body.next as string | null }
}

test('a growing list shows 20 items unless it is asked for fewer or more, and at most 100', async () => {
  for (const [name, path, key, token] of lists()) {
    expect((await load(path, key, token, '')).items, name).toHaveLength(20)
    expect((await load(path, key, token, '?limit=1')).items, name).toHaveLength(1)
    expect((await load(path, key, token, '?limit=100')).items, name).toHaveLength(100)
  }
})

test('its pages show each item once, in one order, and then end', async () => {
  for (const [name, path, key, token] of lists()) {
    const seen: string[] = []
    for (let next: string | null = '', pages = 0; next !== null && pages < 20; pages += 1) {
      const page = await load(path, key, token, `?limit=33${next && `&after=${next}`}`)
      seen.push(...page.items.map(({ id, membershipId }) => membershipId ?? id ?? ''))
      next = page.next
    }
    expect(new Set(seen).size, name).toBe(seen.length)
    expect(seen.length, name).toBeGreaterThanOrEqual(rows)
    const [first, again] = [await load(path, key, token, '?limit=100'), seen.slice(0, 100)]
    expect(
      first.items.map(({ id, membershipId }) => membershipId ?? id),
      name,
    ).toEqual(again)
  }
})

describe('a page', () => {
  test.each([
    'limit=0',
    'limit=-1',
    'limit=101',
    'limit=1e9',
    'limit=abc',
    'limit=1.5',
    'limit=',
    'after=x',
    'after=',
    'page=2',
  ])('of %s is refused', async (query) => {
    for (const [name, path, , token] of lists())
      expect((await t.call('GET', `${path}?${query}`, { token })).status, name).toBe(400)
  })

  test('after an item that is gone, or of another organization, is NOT_FOUND and not the end of the list', async () => {
    const foreign = await t.createTenant()
    const { token } = await t.signInAs(foreign, 'owner')
    const gone = { status: 404, body: { code: 'NOT_FOUND' } }
    for (const [name, path, , mine] of lists())
      expect(await t.call('GET', `${path}?after=${uuidv7()}`, { token: mine }), name).toMatchObject(gone)
    for (const [name, path, key] of lists().slice(1, 3)) {
      const { next } = await load(path, key, owner, '?limit=1')
      const theirs = path.replace(tenant.branchId, foreign.branchId)
      expect(await t.call('GET', `${theirs}?after=${next}`, { token }), name).toMatchObject(gone)
    }
  })
})

test('every route with a paged reply takes a limit', () => {
  for (const { path, handler } of t.app.routes) {
    const { returns, query } = declarationOf(handler) ?? {}
    const shape = (schema: unknown) => (schema as { shape?: object } | undefined)?.shape ?? {}
    if (typeof returns === 'object' && 'next' in shape(returns))
      expect(shape(query), path).toHaveProperty('limit')
  }
})
