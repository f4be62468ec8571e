import { orderLines, orders } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

let t: TestApp
let tenant: Tenant
let other: Tenant

beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
  other = await t.createTenant()
})
afterAll(() => t.close())

type Line = { dishId: string; quantity: unknown; modifiers: unknown[]; note?: string }
const soup = (quantity: unknown = 1): Line => ({ dishId: tenant.dishes.soup, quantity, modifiers: [] })
const beef = (...modifiers: unknown[]): Line => ({ dishId: tenant.dishes.beef, quantity: 1, modifiers })
const mild = () => ({ optionId: tenant.heat.mild, quantity: 1 })

const place = (token: string, body: object, key: string = crypto.randomUUID()) =>
  t.call('POST', '/api/customer/orders', { token, json: body, headers: { 'idempotency-key': key } })

const countOrders = (at: Tenant = tenant) =>
  t.deps.gateway.run(
    { kind: 'staff', organizationId: at.organizationId, branchId: at.branchId, userId: at.branchId },
    ({ db }) => db.$count(orders, eq(orders.branchId, at.branchId)),
  )

/** A guest at a table of a restaurant of their own, so that tests share no state. */
async function seatedGuest(options?: Parameters<TestApp['createTenant']>[0]) {
  const at = await t.createTenant(options)
  const guest = await t.joinTable(at)
  return { at, guest, line: { dishId: at.dishes.soup, quantity: 1, modifiers: [] } }
}

describe('an order', () => {
  test('is written once, at the prices of the server, and numbered from 1 per branch and day', async () => {
    const { at, guest } = await seatedGuest()
    const lines = [
      { dishId: at.dishes.soup, quantity: 2, modifiers: [], note: 'no salt' },
      {
        dishId: at.dishes.beef,
        quantity: 1,
        modifiers: [
          { optionId: at.heat.hot, quantity: 1 },
          { optionId: at.extras.egg, quantity: 2 },
        ],
      },
    ]
    const reply = await place(guest.token, { lines, expectedTotalMinor: 10_400, allergyNote: 'Peanuts' })
    expect(reply.status).toBe(201)
    expect(reply.body).toMatchObject({
      number: 1,
      state: 'confirmed',
      subtotalMinor: 10_400,
      totalMinor: 10_400,
      taxMinor: 1_586,
      guestName: 'Mara',
    })
    const second = await place(guest.token, {
      lines: [{ dishId: at.dishes.tea, quantity: 1, modifiers: [] }],
      expectedTotalMinor: 900,
    })
    expect(second.body).toMatchObject({ number: 2 })
  })

  test('adds the tax on top where the branch says so', async () => {
    const { guest, line } = await seatedGuest({ taxMode: 'exclusive', currency: 'USD', taxRatePpm: 88_750 })
    const reply = await place(guest.token, { lines: [line], expectedTotalMinor: 2_722 })
    expect(reply.body).toMatchObject({
      subtotalMinor: 2_500,
      taxMinor: 222,
      totalMinor: 2_722,
      currency: 'USD',
    })
  })

  test('waits for staff when the branch confirms the first order of a session', async () => {
    const { guest, line } = await seatedGuest({ confirmOrders: 'first' })
    const reply = await place(guest.token, { lines: [line], expectedTotalMinor: 2_500 })
    expect(reply.body).toMatchObject({ state: 'pending', confirmedAt: null })
  })

  test('sent again with the same key is answered with the first reply, and ordered once', async () => {
    const { at, guest, line } = await seatedGuest()
    const body = { lines: [line], expectedTotalMinor: 2_500 }
    const first = await place(guest.token, body, 'key-1')
    const again = await place(guest.token, body, 'key-1')
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await countOrders(at)).toBe(1)
  })

  test('sent eight times at once with one key is ordered once', async () => {
    const { at, guest, line } = await seatedGuest()
    const body = { lines: [line], expectedTotalMinor: 2_500 }
    const replies = await Promise.all(Array.from({ length: 8 }, () => place(guest.token, body, 'storm')))
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1)
    expect(replies.map((reply) => reply.status)).toEqual(Array(8).fill(201))
    expect(await countOrders(at)).toBe(1)
  })

  test('placed at twenty tables at once gets twenty different numbers without a gap', async () => {
    const at = await t.createTenant()
    const guests = await Promise.all([0, 1, 2].map((table) => t.joinTable(at, table)))
    const body = {
      lines: [{ dishId: at.dishes.soup, quantity: 1, modifiers: [] }],
      expectedTotalMinor: 2_500,
    }
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => place(guests[n % 3]?.token ?? '', body)),
    )
    expect(replies.map((reply) => reply.body.number).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    )
  })
})

describe('a refused order says why and writes nothing', () => {
  const cases: [string, number, string, string, () => object][] = [
    [
      'a dish of another branch',
      409,
      'DISH_UNAVAILABLE',
      'lines.0.dishId',
      () => ({ lines: [{ ...soup(), dishId: other.dishes.soup }] }),
    ],
    [
      'a modifier of another dish',
      400,
      'MODIFIER_UNKNOWN',
      'lines.0.modifiers',
      () => ({ lines: [{ ...soup(), modifiers: [mild()] }] }),
    ],
    ['too few modifiers', 400, 'MODIFIER_REQUIRED', 'lines.0.modifiers', () => ({ lines: [beef()] })],
    [
      'too many modifiers',
      400,
      'MODIFIER_TOO_MANY',
      'lines.0.modifiers',
      () => ({ lines: [beef(mild(), { optionId: tenant.heat.hot, quantity: 1 })] }),
    ],
    [
      'an option more often than it may be had',
      400,
      'MODIFIER_QUANTITY',
      'lines.0.modifiers',
      () => ({ lines: [beef(mild(), { optionId: tenant.extras.egg, quantity: 3 })] }),
    ],
    ['quantity 0', 400, 'VALIDATION_FAILED', 'lines.0.quantity', () => ({ lines: [soup(0)] })],
    ['quantity -1', 400, 'VALIDATION_FAILED', 'lines.0.quantity', () => ({ lines: [soup(-1)] })],
    ['quantity 1.5', 400, 'VALIDATION_FAILED', 'lines.0.quantity', () => ({ lines: [soup(1.5)] })],
    ['quantity 1e9', 400, 'VALIDATION_FAILED', 'lines.0.quantity', () => ({ lines: [soup(1e9)] })],
    [
      'a price in a line',
      400,
      'UNKNOWN_FIELD',
      'lines.0.unitMinor',
      () => ({ lines: [{ ...soup(), unitMinor: 1 }] }),
    ],
    ['a total in the body', 400, 'UNKNOWN_FIELD', 'totalMinor', () => ({ lines: [soup()], totalMinor: 1 })],
    ['no line', 400, 'VALIDATION_FAILED', 'lines', () => ({ lines: [] })],
  ]
  test.each(cases)('%s', async (_, status, code, field, body) => {
    const token = await hostToken()
    const before = await countOrders()
    const reply = await place(token, { expectedTotalMinor: 2_500, ...body() })
    expect(reply).toMatchObject({ status, body: { code, errors: [{ field, code: expect.any(String) }] } })
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
    expect(await countOrders()).toBe(before)
  })

  // Nobody may place more than ten orders a minute, so the cases take turns.
  const hosts: Promise<{ token: string }>[] = []
  let turn = 0
  async function hostToken(): Promise<string> {
    const table = turn++ % 3
    hosts[table] ??= t.joinTable(tenant, table, 'Host')
    return (await hosts[table]).token
  }

  test('a sold-out dish', async () => {
    const { at, guest, line } = await seatedGuest()
    const kitchen = await t.signInAs(at, 'kitchen')
    await t.call('PUT', `/api/branches/${at.branchId}/menu/dishes/${at.dishes.soup}/availability`, {
      token: kitchen.token,
      json: { availability: 'sold_out' },
    })
    expect(await place(guest.token, { lines: [line], expectedTotalMinor: 2_500 })).toMatchObject({
      status: 409,
      body: { code: 'SOLD_OUT' },
    })
    expect(await countOrders(at)).toBe(0)
  })

  test('a stale total, with the new prices', async () => {
    const { at, guest, line } = await seatedGuest()
    const reply = await place(guest.token, { lines: [line], expectedTotalMinor: 2_400 })
    expect(reply).toMatchObject({
      status: 409,
      body: {
        code: 'PRICE_CHANGED',
        quote: { totalMinor: 2_500, lines: [{ dishId: at.dishes.soup, unitMinor: 2_500, lineMinor: 2_500 }] },
      },
    })
    expect(await countOrders(at)).toBe(0)
  })

  test('a replayed key with another body', async () => {
    const { at, guest, line } = await seatedGuest()
    await place(guest.token, { lines: [line], expectedTotalMinor: 2_500 }, 'same')
    const reply = await place(
      guest.token,
      { lines: [{ ...line, quantity: 2 }], expectedTotalMinor: 5_000 },
      'same',
    )
    expect(reply).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_MISMATCH' } })
    expect(await countOrders(at)).toBe(1)
  })

  test('a key whose first request is still at work, until that is done', async () => {
    const { at, guest, line } = await seatedGuest()
    const order = () => place(guest.token, { lines: [line], expectedTotalMinor: 2_500 }, 'busy')
    await t.admin.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${guest.guestId}|place-order|busy`}, 0))`
      const body = { code: 'IDEMPOTENCY_IN_PROGRESS', retryAfterSeconds: 1 }
      expect(await order()).toMatchObject({ status: 409, body })
    })
    expect((await order()).status).toBe(201)
    expect(await countOrders(at)).toBe(1)
  })

  test('a missing key', async () => {
    const { guest, line } = await seatedGuest()
    const reply = await t.call('POST', '/api/customer/orders', {
      token: guest.token,
      json: { lines: [line], expectedTotalMinor: 2_500 },
    })
    expect(reply).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_REQUIRED' } })
  })

  test('a pending guest', async () => {
    const { at, line } = await seatedGuest()
    const pending = await t.joinTable(at, 0, 'Stranger')
    expect(pending.guestState).toBe('pending')
    expect(await place(pending.token, { lines: [line], expectedTotalMinor: 2_500 })).toMatchObject({
      status: 403,
      body: { code: 'GUEST_PENDING' },
    })
  })

  test('a closed session', async () => {
    const { at, guest, line } = await seatedGuest()
    const waiter = await t.signInAs(at, 'waiter')
    await t.call('POST', `/api/branches/${at.branchId}/table-sessions/${guest.sessionId}/close`, {
      token: waiter.token,
    })
    expect(await place(guest.token, { lines: [line], expectedTotalMinor: 2_500 })).toMatchObject({
      status: 401,
      body: { code: 'TOKEN_REVOKED' },
    })
    expect(await countOrders(at)).toBe(0)
  })

  test('a branch that paused ordering', async () => {
    const { at, guest, line } = await seatedGuest()
    const owner = await t.signInAs(at, 'owner')
    await t.call('PATCH', `/api/branches/${at.branchId}`, {
      token: owner.token,
      json: { orderingPaused: true },
    })
    expect(await place(guest.token, { lines: [line], expectedTotalMinor: 2_500 })).toMatchObject({
      status: 409,
      body: { code: 'ORDERING_PAUSED' },
    })
  })

  test('a body that is not JSON, too large, or of another type', async () => {
    const { guest } = await seatedGuest()
    const send = (body: string, contentType: string) =>
      t.call('POST', '/api/customer/orders', {
        token: guest.token,
        json: body,
        headers: { 'content-type': contentType, 'idempotency-key': 'k' },
      })
    expect(await send('{', 'application/json')).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED' },
    })
    expect(await send('{}', 'text/plain')).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_MEDIA' } })
    expect(await send(JSON.stringify({ note: 'x'.repeat(70_000) }), 'application/json')).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    })
  })
})

test('lines keep the name and price they were ordered with when the dish changes', async () => {
  const { at, guest, line } = await seatedGuest()
  const placed = await place(guest.token, { lines: [line], expectedTotalMinor: 2_500 })
  const owner = await t.signInAs(at, 'owner')
  const changed = await t.call('PATCH', `/api/branches/${at.branchId}/menu/dishes/${at.dishes.soup}`, {
    token: owner.token,
    json: { version: 1, priceMinor: 9_900, name: { en: 'Broth', es: 'Caldo' } },
  })
  expect(changed.status).toBe(200)
  const read = await t.call('GET', `/api/customer/orders/${placed.body.id}`, { token: guest.token })
  expect(read.body).toMatchObject({ totalMinor: 2_500, lines: [{ name: 'Soup', unitMinor: 2_500 }] })
  const rows = await t.deps.gateway.run({ kind: 'staff', ...at, userId: at.branchId }, ({ db }) =>
    db.select().from(orderLines),
  )
  expect(rows).toHaveLength(1)
})
