import { serviceCalls } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

let t: TestApp
let at: Tenant
let guest: Awaited<ReturnType<TestApp['joinTable']>>
let waiter: { token: string }
let cook: { token: string }

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  at = await t.createTenant({ confirmOrders: 'first' })
  guest = await t.joinTable(at)
  waiter = await t.signInAs(at, 'cashier')
  cook = await t.signInAs(at, 'kitchen')
})

const asGuest = (path: string, json: object) =>
  t.call('POST', `/api/customer${path}`, {
    token: guest.token,
    json,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
const asStaff = (path: string, json?: object, { token } = waiter) =>
  t.call('POST', `/api/branches/${at.branchId}${path}`, { token, ...(json && { json }) })
const read = async (path: string, { token } = waiter) =>
  (await t.call('GET', `/api/branches/${at.branchId}${path}`, { token })).body
const close = () => asStaff(`/table-sessions/${guest.sessionId}/close`)
const callFor = async (kind: string) => String((await asGuest('/service-calls', { kind })).body.id)

type Order = { id: string; state: string; lines: { id: string }[] }
async function order(): Promise<Order> {
  const lines = [{ dishId: at.dishes.soup, quantity: 1, modifiers: [] }]
  return (await asGuest('/orders', { lines, expectedTotalMinor: 2_500 })).body as unknown as Order
}
const idsOf = (list: unknown) => (list as Order[]).map(({ id }) => id)

const callStates = () =>
  t.deps.gateway.run({ kind: 'staff', ...at, userId: at.branchId }, ({ db }) =>
    db
      .select({ id: serviceCalls.id, state: serviceCalls.state })
      .from(serviceCalls)
      .where(eq(serviceCalls.sessionId, guest.sessionId)),
  )
const journalOf = (stream: string) =>
  t.deps.gateway.run(
    { kind: 'relay', stream },
    ({ sql }) => sql<{ kind: string; payload: Record<string, unknown>; actor: string }[]>`
      select kind, payload, actor from journal_entries where stream = ${stream} order by seq`,
  )

test('closing a table first ends its open calls, in the streams of both its guests and the staff', async () => {
  const [waiting, taken] = [await callFor('waiter'), await callFor('bill')]
  await asStaff(`/service-calls/${taken}/move`, { to: 'taken' })
  expect((await close()).status).toBe(200)
  const states = await callStates()
  expect(states.map(({ state }) => state)).toEqual(['done', 'done'])
  for (const stream of [`session:${guest.sessionId}`, `branch:${at.branchId}`]) {
    const last = (await journalOf(stream)).slice(-3)
    expect(last.map(({ kind }) => kind)).toEqual([
      'service_call.moved',
      'service_call.moved',
      'session.closed',
    ])
    expect(new Set(last.slice(0, 2).map(({ payload }) => payload.callId))).toEqual(new Set([waiting, taken]))
    expect(last.every(({ actor }) => actor.startsWith('user:'))).toBe(true)
    expect(last[0]?.payload.state).toBe('done')
  }
})

test('a call that was done before is not ended again', async () => {
  const call = await callFor('waiter')
  await asStaff(`/service-calls/${call}/move`, { to: 'done' })
  await close()
  const kinds = (await journalOf(`session:${guest.sessionId}`)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'service_call.moved')).toHaveLength(1)
})

test('food on its way stays on the kitchen display and the board after its table was closed, until it is served', async () => {
  const cooking = await order()
  await asStaff(`/orders/${cooking.id}/confirm`)
  const ready = await order()
  const lineOf = ({ lines }: Order) => lines[0]?.id
  const move = (of: Order, from: string, to: string) => ({ moves: [{ lineId: lineOf(of), from, to }] })
  await asStaff(`/kitchen/tickets/${ready.id}/moves`, move(ready, 'confirmed', 'ready'), cook)
  expect((await close()).status).toBe(200)

  expect(idsOf((await read('/kitchen', cook)).tickets)).toEqual([cooking.id, ready.id])
  expect(idsOf((await read('/orders')).orders)).toEqual([cooking.id, ready.id])
  await asStaff(`/kitchen/tickets/${cooking.id}/moves`, move(cooking, 'confirmed', 'ready'), cook)
  for (const each of [cooking, ready]) {
    const served = await asStaff(`/orders/${each.id}/moves`, move(each, 'ready', 'served'))
    expect(served).toMatchObject({ status: 200, body: { state: 'served' } })
  }
  expect(idsOf((await read('/kitchen', cook)).tickets)).toEqual([])
  expect(idsOf((await read('/orders')).orders)).toEqual([])
})

test('an order awaiting confirmation can be decided on after its table was closed', async () => {
  const waiting = await order()
  expect(waiting.state).toBe('pending')
  await close()
  expect(idsOf((await read('/orders')).orders)).toEqual([waiting.id])
  const refused = await asStaff(`/orders/${waiting.id}/refuse`, { reason: 'They have gone' })
  expect(refused).toMatchObject({ status: 200, body: { state: 'cancelled' } })
})
