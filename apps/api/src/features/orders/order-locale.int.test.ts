import { branches } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type Reply, type TestApp } from '../../testing/test-app.ts'

let t: TestApp
let at: Tenant
let guest: Awaited<ReturnType<TestApp['joinTable']>>
let cook: { token: string }
let waiter: { token: string }
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  at = await t.createTenant({ confirmOrders: 'always' })
  await speak({ defaultLocale: 'es' })
  guest = await t.joinTable(at)
  cook = await t.signInAs(at, 'kitchen')
  waiter = await t.signInAs(at, 'cashier')
})

const speak = (change: Partial<typeof branches.$inferInsert>) =>
  t.deps.gateway.run({ kind: 'staff', ...at, userId: at.branchId }, ({ db }) =>
    db.update(branches).set(change).where(eq(branches.id, at.branchId)),
  )

type Named = { id: string; lines: { id: string; name: string }[] }
async function order(): Promise<Named> {
  const { body } = await t.call('POST', '/api/customer/orders', {
    token: guest.token,
    json: {
      lines: [{ dishId: at.dishes.soup, quantity: 1, modifiers: [] }],
      expectedTotalMinor: 2_500,
    },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  return body as unknown as Named
}
const nameOf = (of: unknown) => (of as Named | undefined)?.lines[0]?.name
const firstOf = ({ body }: Reply) => nameOf((body.orders as Named[])[0])

/** The dish's name in each answer that carries an order, without and with a query. */
async function namesEverywhere(query = '') {
  const [placed, refused] = [await order(), await order()]
  const staff = `/api/branches/${at.branchId}`
  const get = async (path: string, { token }: { token: string }) =>
    t.call('GET', `${path}${query}`, { token })
  const post = async (path: string, { token }: { token: string }, json?: object) =>
    nameOf((await t.call('POST', `${staff}${path}${query}`, { token, ...(json && { json }) })).body)
  const move = (from: string, to: string) => ({ moves: [{ lineId: placed.lines[0]?.id, from, to }] })
  return {
    session: firstOf(await get('/api/customer/session', guest)),
    guestOrder: nameOf((await get(`/api/customer/orders/${placed.id}`, guest)).body),
    board: firstOf(await get(`${staff}/orders`, waiter)),
    staffOrder: nameOf((await get(`${staff}/orders/${placed.id}`, waiter)).body),
    confirmed: await post(`/orders/${placed.id}/confirm`, waiter),
    refused: await post(`/orders/${refused.id}/refuse`, waiter, { reason: 'closing' }),
    kitchen: nameOf(((await get(`${staff}/kitchen`, cook)).body.tickets as Named[])[0]),
    bumped: await post(`/kitchen/tickets/${placed.id}/moves`, cook, move('confirmed', 'ready')),
    served: await post(`/orders/${placed.id}/moves`, waiter, move('ready', 'served')),
  }
}
const allOf = (names: Record<string, unknown>, name: string) =>
  Object.fromEntries(Object.keys(names).map((key) => [key, name]))

describe('an order is read', () => {
  test("in the branch's own language when none is named", async () => {
    const names = await namesEverywhere()
    expect(names).toEqual(allOf(names, 'Soup (es)'))
  })

  test('in the language that is asked for', async () => {
    const names = await namesEverywhere('?locale=en')
    expect(names).toEqual(allOf(names, 'Soup'))
  })

  test("in the branch's own language when the branch does not offer the requested one", async () => {
    await speak({ locales: ['es'] })
    const names = await namesEverywhere('?locale=en')
    expect(names).toEqual(allOf(names, 'Soup (es)'))
  })
})
