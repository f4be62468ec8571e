import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type Reply, type TestApp } from '../../testing/test-app.ts'

let t: TestApp
let tenant: Tenant
let guest: Awaited<ReturnType<TestApp['joinTable']>>
let waiter: { token: string }

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  tenant = await t.createTenant()
  guest = await t.joinTable(tenant)
  waiter = await t.signInAs(tenant, 'waiter')
})

const callFor = (kind: string, token = guest.token) =>
  t.call('POST', '/api/customer/service-calls', { token, json: { kind } })
const move = (callId: unknown, to: string, token = waiter.token, branchId = tenant.branchId) =>
  t.call('POST', `/api/branches/${branchId}/service-calls/${callId}/move`, { token, json: { to } })
const liveCalls = async () =>
  (await t.call('GET', '/api/customer/session', { token: guest.token })).body.calls
const refusal = ({ status, body }: Reply) => [status, body.code]

test('a call is open until staff take it and mark it done; then the table may call again', async () => {
  const made = await callFor('waiter')
  expect(made).toMatchObject({ status: 201, body: { kind: 'waiter', state: 'open' } })
  expect((await move(made.body.id, 'taken')).body).toMatchObject({ id: made.body.id, state: 'taken' })
  expect(await liveCalls()).toMatchObject([{ id: made.body.id, state: 'taken' }])
  expect((await move(made.body.id, 'done')).body).toMatchObject({ state: 'done' })
  expect(await liveCalls()).toEqual([])
  expect((await callFor('waiter')).body.id).not.toBe(made.body.id)
})

test('an impatient table has one live call of each kind, however often it calls and whoever calls', async () => {
  const calls = await Promise.all([callFor('bill'), callFor('bill'), callFor('bill'), callFor('waiter')])
  expect(calls.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(new Set(calls.map(({ body }) => body.id)).size).toBe(2)
  expect(await liveCalls()).toHaveLength(2)
})

test('of two waiters who take one call, one is told that a colleague was first', async () => {
  const { body } = await callFor('waiter')
  const moves = await Promise.all([move(body.id, 'taken'), move(body.id, 'taken')])
  expect(moves.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('a call of another restaurant is not found, an unknown kind refused, and the kitchen takes no calls', async () => {
  const { body } = await callFor('waiter')
  const elsewhere = await t.createTenant()
  const stranger = await t.signInAs(elsewhere, 'owner')
  const cook = await t.signInAs(tenant, 'kitchen')
  expect(refusal(await move(body.id, 'done', stranger.token, elsewhere.branchId))).toEqual([404, 'NOT_FOUND'])
  expect(refusal(await move(body.id, 'done', cook.token))).toEqual([403, 'FORBIDDEN'])
  expect(refusal(await callFor('taxi'))).toEqual([400, 'VALIDATION_FAILED'])
})
