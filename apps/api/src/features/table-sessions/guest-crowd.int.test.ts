import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

type Shown = { id: string; name: string; state: string }

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const leave = (token: string) => t.call('POST', '/api/customer/session/leave', { token })

/** A table with its host, and who its guests and the staff see there. */
async function table() {
  const at = await t.createTenant()
  const host = await t.joinTable(at)
  const waiter = await t.signInAs(at, 'waiter')
  const atTable = async () =>
    (await t.call('GET', '/api/customer/session', { token: host.token })).body.guests as Shown[]
  const onBoard = async () => {
    const { body } = await t.call('GET', `/api/branches/${at.branchId}/tables`, { token: waiter.token })
    return (body.tables as { session: { guests: Shown[] } }[])[0]?.session.guests ?? []
  }
  const seen = async () => (await Promise.all([atTable(), onBoard()])).map((shown) => shown.length)
  return { at, host, atTable, seen }
}

test('a guest who comes and goes without ordering leaves nothing on the screens of others', async () => {
  const { at, host, atTable, seen } = await table()
  const { body } = await t.call('GET', '/api/customer/session', { token: host.token })
  for (const joinCode of [undefined, String(body.joinCode)])
    for (let n = 0; n < 5; n += 1) {
      const passer = await t.joinTable(at, 0, 'Passer', joinCode)
      expect(await seen()).toEqual([2, 2])
      await leave(passer.token)
    }
  expect(await seen()).toEqual([1, 1])
  expect(await atTable()).toMatchObject([{ id: host.guestId, state: 'active' }])
})

test('a guest who ordered stays visible after leaving', async () => {
  const { at, host, atTable, seen } = await table()
  const joinCode = String((await t.call('GET', '/api/customer/session', { token: host.token })).body.joinCode)
  const friend = await t.joinTable(at, 0, 'Leo', joinCode)
  const order = await t.call('POST', '/api/customer/orders', {
    token: friend.token,
    headers: { 'idempotency-key': randomUUID() },
    json: { lines: [{ dishId: at.dishes.tea, quantity: 1, modifiers: [] }], expectedTotalMinor: 900 },
  })
  expect(order.status).toBe(201)
  await leave(friend.token)
  expect(await seen()).toEqual([2, 2])
  expect((await atTable()).at(-1)).toMatchObject({ name: 'Leo', state: 'left' })
})

test('a crowd that came and went keeps nobody from the table', async () => {
  const { at, host, atTable } = await table()
  for (let part = 0; part < 16; part += 1)
    await t.admin`
      insert into guests (id, organization_id, branch_id, session_id, name, state, colour)
      select gen_random_uuid(), g.organization_id, g.branch_id, g.session_id, 'Passer', 'left', 0
      from guests g, generate_series(1, 2050) where g.id = ${host.guestId}`
  const { reply } = await t.joinTable(at, 0, 'Late')
  expect(reply.status).toBe(201)
  expect((await atTable()).map(({ name }) => name)).toEqual(['Mara', 'Late'])
})
