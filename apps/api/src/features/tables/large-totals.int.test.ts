import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

test('a table whose orders exceed the largest single amount does not break the staff’s board', async () => {
  const at = await t.createTenant({ currency: 'VND', confirmOrders: 'always' })
  await t.admin`update dishes set price_minor = 1000000 where id = ${at.dishes.soup}`
  const { token } = await t.joinTable(at)
  const line = { dishId: at.dishes.soup, quantity: 20, modifiers: [] }
  const json = { lines: Array.from({ length: 45 }, () => line), expectedTotalMinor: 900_000_000 }
  for (let n = 0; n < 2; n += 1) {
    const headers = { 'idempotency-key': randomUUID() }
    expect((await t.call('POST', '/api/customer/orders', { token, json, headers })).status).toBe(201)
  }
  const waiter = await t.signInAs(at, 'waiter')
  const board = await t.call('GET', `/api/branches/${at.branchId}/tables`, { token: waiter.token })
  expect(board.status).toBe(200)
  expect(board.body.tables).toMatchObject([{ session: { totalMinor: 1_800_000_000 } }, {}, {}])
})
