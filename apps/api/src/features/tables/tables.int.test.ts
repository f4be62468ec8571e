import { randomUUID } from 'node:crypto'
import { journalEntries, orders, serviceCalls } from '@repo/db/schema'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { raceBehind } from '../../testing/race-behind.ts'
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

type Table = {
  id: string
  label: string
  position: number
  code: string | null
  session: { orders: { dishes: { name: string }[] }[] } | null
}
type Board = { cursor: string; currency: string; tables: Table[] }

const path = (at = tenant) => `/api/branches/${at.branchId}/tables`
const board = async (token: string, at = tenant, query = '') =>
  (await t.call('GET', `${path(at)}${query}`, { token })).body as Board
const add = (token: string, json: unknown, at = tenant) => t.call('POST', path(at), { token, json })
const rotate = (token: string, tableId: string | undefined, at = tenant) =>
  t.call('POST', `${path(at)}/${tableId}/rotate-code`, { token })
const lastPayload = async (kind: string) => {
  const stream = `branch:${tenant.branchId}`
  const [entry] = await t.deps.gateway.run({ kind: 'relay', stream }, ({ db }) =>
    db.select().from(journalEntries).where(eq(journalEntries.kind, kind)).orderBy(desc(journalEntries.seq)),
  )
  return entry?.payload
}
const square = (label: string) => ({ label, seats: 4, shape: 'square' })

/** A table with a guest and one order of two soups, at a restaurant of their own. */
async function servedTable() {
  const at = await t.createTenant()
  const staff = await t.signInAs(at, 'waiter')
  const guest = await t.joinTable(at)
  const placed = await t.call('POST', '/api/customer/orders', {
    token: guest.token,
    json: {
      lines: [{ dishId: at.dishes.soup, quantity: 2, modifiers: [] }],
      allergyNote: 'no nuts',
      expectedTotalMinor: 5_000,
    },
    headers: { 'idempotency-key': randomUUID() },
  })
  return { at, staff, guest, order: placed.body }
}

describe('the board of tables', () => {
  test('shows each table with its guests, orders, dishes and total, free tables without', async () => {
    const { at, staff, guest, order } = await servedTable()
    const { tables, currency } = await board(staff.token, at)
    expect(currency).toBe('PEN')
    expect(tables.map(({ label }) => label)).toEqual(['1', '2', '3'])
    expect(tables[0]?.session).toMatchObject({
      id: guest.sessionId,
      joinCode: expect.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/),
      guests: [{ id: guest.guestId, name: 'Mara', state: 'active', isHost: true }],
      orders: [
        {
          id: order.id,
          number: 1,
          guestId: guest.guestId,
          totalMinor: 5_000,
          allergyNote: 'no nuts',
          dishes: [{ name: 'Soup', quantity: 2, state: 'confirmed', picture: null, ware: 'plate' }],
        },
      ],
      calls: [],
      totalMinor: 5_000,
    })
    expect(tables.slice(1).map(({ session }) => session)).toEqual([null, null])
  })

  test("names dishes in the wanted language, else in the branch's own", async () => {
    const { at, staff } = await servedTable()
    const nameIn = async (query: string) => {
      const { tables } = await board(staff.token, at, query)
      return tables[0]?.session?.orders[0]?.dishes[0]?.name
    }
    expect(await nameIn('?locale=es')).toBe('Soup (es)')
    expect(await nameIn('')).toBe('Soup')
  })

  test('does not count cancelled orders, and shows service calls until they are done', async () => {
    const { at, staff, guest, order } = await servedTable()
    const scope = { kind: 'staff', ...at, userId: staff.userId } as const
    await t.deps.gateway.run(scope, ({ db }) =>
      db
        .update(orders)
        .set({ state: 'cancelled' })
        .where(eq(orders.id, String(order.id))),
    )
    await t.call('POST', '/api/customer/service-calls', { token: guest.token, json: { kind: 'bill' } })
    const { tables } = await board(staff.token, at)
    expect(tables[0]?.session).toMatchObject({ totalMinor: 0, calls: [{ kind: 'bill', state: 'open' }] })
    await t.deps.gateway.run(scope, ({ db }) => db.update(serviceCalls).set({ state: 'done' }))
    expect((await board(staff.token, at)).tables[0]?.session).toMatchObject({ calls: [] })
  })

  test('is followed from its cursor: later events come after it', async () => {
    const { at, staff } = await servedTable()
    const seqOf = ({ cursor }: Board) => Number(cursor.split('.').at(-1))
    const before = await board(staff.token, at)
    expect(before.cursor).toMatch(new RegExp(`^branch:${at.branchId}\\.\\d+\\.\\d+$`))
    await t.joinTable(at, 1)
    expect(seqOf(await board(staff.token, at))).toBeGreaterThan(seqOf(before))
  })

  test.each([
    ['owner', true],
    ['manager', true],
    ['cashier', false],
    ['waiter', false],
  ])('shows sticker codes to a %s: %s', async (role, shown) => {
    const { token } = await t.signInAs(tenant, role)
    const codes = (await board(token)).tables.map(({ code }) => code !== null)
    expect(codes.length).toBeGreaterThan(0)
    expect(codes.every((code) => code === shown)).toBe(true)
  })

  test('is not available to the kitchen, a guest or another organization', async () => {
    const { token: cook } = await t.signInAs(tenant, 'kitchen')
    expect((await t.call('GET', path(), { token: cook })).status).toBe(403)
    const { token: guest } = await t.joinTable(other)
    expect((await t.call('GET', path(other), { token: guest })).status).toBe(401)
    expect(await t.call('GET', path(other), { token: owner })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    })
  })
})

describe('adding a table', () => {
  test('puts it last, with a sticker that opens a session, and tells the branch', async () => {
    const made = await add(owner, { ...square('Patio 1'), area: 'Patio' })
    const { id, code } = made.body as { id: string; code: string }
    expect(made.status).toBe(201)
    expect((await board(owner)).tables.at(-1)).toMatchObject({ id, label: 'Patio 1', area: 'Patio', code })
    const joined = await t.call('POST', `/api/customer/${tenant.slug}/${code}/sessions`, {
      json: { name: 'Ana' },
    })
    expect(joined.status).toBe(201)
    expect(await lastPayload('table.created')).toEqual({ tableId: id })
  })

  test('with a label that the branch has is LABEL_TAKEN; another branch may have it', async () => {
    await add(owner, square('T1'))
    expect(await add(owner, square('T1'))).toMatchObject({
      status: 409,
      body: { code: 'LABEL_TAKEN', errors: [{ field: 'label' }] },
    })
    const { token } = await t.signInAs(other, 'manager')
    expect((await add(token, square('T1'), other)).status).toBe(201)
  })

  test('ten at once with one label makes one table', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => add(owner, square('Twin'))))
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
  })

  test('is forbidden to a waiter, and in another organization 404', async () => {
    const { token } = await t.signInAs(tenant, 'waiter')
    expect((await add(token, square('X'))).status).toBe(403)
    expect((await add(owner, square('X'), other)).status).toBe(404)
  })
})

describe("replacing a table's sticker", () => {
  test('stops the old code at once, and the guests who sit there stay', async () => {
    const at = await t.createTenant()
    const { token } = await t.signInAs(at, 'manager')
    const guest = await t.joinTable(at)
    const [first] = at.tables
    const { body } = await rotate(token, first?.id, at)
    expect(body).toMatchObject({
      id: first?.id,
      label: '1',
      code: expect.not.stringMatching(`${first?.code}`),
    })
    const join = (code: unknown) =>
      t.call('POST', `/api/customer/${at.slug}/${code}/sessions`, { json: { name: 'Eva' } })
    expect((await join(first?.code)).status).toBe(404)
    expect((await join(body.code)).status).toBe(201)
    expect((await t.call('GET', '/api/customer/session', { token: guest.token })).status).toBe(200)
  })

  test('sends away those who wait with the old code, so that they never see the new one', async () => {
    const at = await t.createTenant()
    const { token } = await t.signInAs(at, 'manager')
    await t.joinTable(at)
    const stranger = await t.joinTable(at, 0, 'Mallory')
    const elsewhere = [await t.joinTable(at, 1), await t.joinTable(at, 1, 'Eva')]
    const { body } = await rotate(token, at.tables[0]?.id, at)
    const seen = await t.call('GET', '/api/customer/session', { token: stranger.token })
    expect(seen).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    expect(JSON.stringify(seen.body)).not.toContain(String(body.code))
    for (const guest of elsewhere)
      expect((await t.call('GET', '/api/customer/session', { token: guest.token })).status).toBe(200)
  })

  test.each([
    ['does not open a free table', 1],
    ['does not ask to join a taken table', 0],
  ])('stops a join that began with the old code: it %s', async (_, index) => {
    const at = await t.createTenant()
    const { token } = await t.signInAs(at, 'manager')
    await t.joinTable(at)
    const [rotated, joined] = await raceBehind(t.admin, {
      first: () => rotate(token, at.tables[index]?.id, at),
      second: () => t.joinTable(at, index, 'Mallory'),
    })
    expect(rotated.status).toBe(200)
    expect(joined.reply).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })

  test('tells the branch, and never the code', async () => {
    const [, second] = tenant.tables
    const { body } = await rotate(owner, second?.id)
    expect(await lastPayload('table.code_rotated')).toEqual({ tableId: second?.id })
    expect(body.code).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
  })

  test('of another branch is 404 and leaves that sticker alone', async () => {
    const { token } = await t.signInAs(other, 'owner')
    expect(await rotate(owner, other.tables[1]?.id)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    })
    expect((await board(token, other)).tables[1]?.code).toBe(other.tables[1]?.code)
  })

  test('is forbidden to a waiter', async () => {
    const { token } = await t.signInAs(tenant, 'waiter')
    expect((await rotate(token, tenant.tables[2]?.id)).status).toBe(403)
  })
})
