import { randomUUID } from 'node:crypto'
import { order } from '@repo/config/limits'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { withoutLimits } from '../../testing/without-limits.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
  withoutLimits(t)
})
afterAll(() => t.close())

const place = (token: string, { dishes }: Tenant, key: string = randomUUID()) =>
  t.call('POST', '/api/customer/orders', {
    token,
    json: { lines: [{ dishId: dishes.tea, quantity: 1, modifiers: [] }], expectedTotalMinor: 900 },
    headers: { 'idempotency-key': key },
  })
const board = async (token: string, { branchId }: Tenant) =>
  (await t.call('GET', `/api/branches/${branchId}/orders`, { token })).body.orders as { id: string }[]

test('a table that orders endlessly gets no further than its share, however much arrives at once', async () => {
  const at = await t.createTenant({ confirmOrders: 'always' })
  const { token } = await t.joinTable(at)
  const replies = await Promise.all(Array.from({ length: order.maxUnderWay + 30 }, () => place(token, at)))
  const refused = replies.filter(({ status }) => status !== 201)
  expect(replies.length - refused.length).toBe(order.maxUnderWay)
  for (const reply of refused)
    expect(reply).toMatchObject({ status: 409, body: { code: 'TABLE_ORDER_LIMIT' } })
})

test('serving makes room again, and a retry of an accepted order is never refused for lack of it', async () => {
  const at = await t.createTenant()
  const { token, sessionId } = await t.joinTable(at)
  const first = await place(token, at, 'first')
  await Promise.all(Array.from({ length: order.maxUnderWay - 1 }, () => place(token, at)))
  expect((await place(token, at)).status).toBe(409)
  expect(await place(token, at, 'first')).toMatchObject({ status: 201, body: { id: first.body.id } })
  await t.admin`update orders set state = 'served' where session_id = ${sessionId}`
  expect((await place(token, at)).status).toBe(201)
})

test('the board shows every waiting order, however many came before it', async () => {
  const at = await t.createTenant({ confirmOrders: 'always' })
  const crowd = await t.joinTable(at, 0)
  const { body: copied } = await place(crowd.token, at)
  await t.admin`
    insert into orders select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', n + 1000))).*
    from orders o, generate_series(1, 600) n where o.id = ${String(copied.id)}`
  const { token } = await t.joinTable(at, 1)
  const last = await place(token, at)
  const orders = await board((await t.signInAs(at, 'waiter')).token, at)
  expect(orders).toHaveLength(602)
  expect(orders.at(-1)?.id).toBe(last.body.id)
})
