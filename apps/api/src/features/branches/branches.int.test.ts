import { journalEntries } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

let t: TestApp
let tenant: Tenant
let other: Tenant
let owner: string

beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
  other = await t.createTenant()
  owner = (await t.signInAs(tenant, 'owner')).token
})
afterAll(() => t.close())

const path = (at = tenant) => `/api/branches/${at.branchId}`
const patch = (token: string, json: unknown, at = tenant) => t.call('PATCH', path(at), { token, json })
const menuOf = async (at = tenant) => (await t.call('GET', `/api/customer/${at.slug}/menu`)).body
const changesIn = (stream: string) =>
  t.deps.gateway.run({ kind: 'relay', stream }, ({ db }) =>
    db
      .select({ payload: journalEntries.payload })
      .from(journalEntries)
      .where(eq(journalEntries.kind, 'branch.changed')),
  )

describe('the branch', () => {
  test.each(['owner', 'manager', 'cashier', 'waiter', 'kitchen'])(
    'is shown to everyone who works there, including a %s',
    async (role) => {
      const { token } = await t.signInAs(tenant, role, false)
      const { status, body } = await t.call('GET', path(), { token })
      expect(status).toBe(200)
      expect(body).toMatchObject({
        id: tenant.branchId,
        slug: tenant.slug,
        organizationName: 'Test kitchen group',
      })
    },
  )

  test('of another organization is 404, to read and to change', async () => {
    expect(await t.call('GET', path(other), { token: owner })).toMatchObject({ status: 404 })
    expect(await patch(owner, { name: 'Mine now' }, other)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    })
    expect(await menuOf(other)).toMatchObject({ branch: { name: 'Test kitchen' } })
  })
})

describe('changing the branch', () => {
  test('changes what is named and nothing else, and menus show it at once', async () => {
    const before = (await t.call('GET', path(), { token: owner })).body
    const { version } = await menuOf()
    const changed = await patch(owner, {
      name: 'La Otra',
      accent: { hue: 30, chroma: 0.17 },
      orderingPaused: true,
    })
    expect(changed).toMatchObject({ status: 200 })
    expect(changed.body).toEqual({
      ...before,
      name: 'La Otra',
      accent: { hue: 30, chroma: 0.17 },
      orderingPaused: true,
    })
    expect(await menuOf()).toMatchObject({
      version: (version as number) + 1,
      branch: { name: 'La Otra', accent: { hue: 30, chroma: 0.17 }, orderingPaused: true },
    })
  })

  test('tells the branch and every open table of it, and no other', async () => {
    const at = await t.createTenant()
    const { token } = await t.signInAs(at, 'manager')
    const { sessionId } = await t.joinTable(at)
    const elsewhere = await t.joinTable(other)
    await patch(token, { orderingPaused: true }, at)
    const payload = { orderingPaused: true }
    expect(await changesIn(`branch:${at.branchId}`)).toEqual([{ payload }])
    expect(await changesIn(`session:${sessionId}`)).toEqual([{ payload }])
    expect(await changesIn(`session:${elsewhere.sessionId}`)).toEqual([])
  })

  test.each([
    ['nothing', {}, 'VALIDATION_FAILED'],
    ['a field that cannot be changed', { name: 'X', currency: 'USD' }, 'UNKNOWN_FIELD'],
    ['a field that does not exist', { name: 'X', organizationId: 'x' }, 'UNKNOWN_FIELD'],
    ['such a field alone', { currency: 'USD' }, 'UNKNOWN_FIELD'],
    ['a kitchen target of no time', { targetMinutes: 0 }, 'VALIDATION_FAILED'],
    ['a colour without contrast', { accent: { hue: 30, chroma: 0.5 } }, 'VALIDATION_FAILED'],
  ])('by %s is refused', async (_, json, code) => {
    expect(await patch(owner, json)).toMatchObject({ status: 400, body: { code } })
  })

  test.each(['cashier', 'waiter', 'kitchen'])('is forbidden to a %s', async (role) => {
    const { token } = await t.signInAs(tenant, role)
    expect(await patch(token, { orderingPaused: true })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
  })
})
