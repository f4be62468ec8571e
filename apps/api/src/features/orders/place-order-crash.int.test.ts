import type { ChildProcess } from 'node:child_process'
import { connect } from '@repo/db'
import { orders } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProcess } from '../../testing/start-process.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
const children: ChildProcess[] = []
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await t.close()
})

async function startApi() {
  const api = await startProcess(t)
  children.push(api.child)
  return api
}

async function waitingForLocks(): Promise<number> {
  const rows = await t.database`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return rows.length
}

async function scene() {
  const at = await t.createTenant()
  const guest = await t.joinTable(at)
  const send = (url: string) =>
    fetch(`${url}/api/customer/orders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${guest.token}`,
        'content-type': 'application/json',
        'idempotency-key': 'one',
      },
      body: JSON.stringify({
        lines: [{ dishId: at.dishes.soup, quantity: 1, modifiers: [] }],
        expectedTotalMinor: 2_500,
      }),
    })
  const count = () =>
    t.deps.gateway.run({ kind: 'staff', ...at, userId: at.branchId }, ({ db }) =>
      db.$count(orders, eq(orders.branchId, at.branchId)),
    )
  return { send, count, sessionId: guest.sessionId }
}

/** Holds the table's row, so that an order waits inside its transaction until the row is let go. */
async function holdTable(sessionId: string): Promise<() => Promise<void>> {
  const admin = connect({ url: t.testDatabase.adminUrl, poolMax: 1 })
  const held = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const holding = admin.begin(async (sql) => {
    await sql`select from table_sessions where id = ${sessionId} for update`
    locked.resolve()
    await held.promise
  })
  await locked.promise
  return async () => {
    held.resolve()
    await holding
    await admin.end()
  }
}

test('the API killed before it has committed leaves nothing, and the retry makes one order', async () => {
  const { send, count, sessionId } = await scene()
  const first = await startApi()
  const letGo = await holdTable(sessionId)
  const lost = send(first.url).then(
    ({ status }) => status,
    () => 'lost',
  )
  await expect.poll(waitingForLocks).toBe(1)
  first.child.kill('SIGKILL')
  expect(await lost).toBe('lost')
  await letGo()
  expect(await count()).toBe(0)

  const second = await startApi()
  expect((await send(second.url)).status).toBe(201)
  expect(await count()).toBe(1)
})

test('a retry after a lost answer gets the committed order, even from another process', async () => {
  const { send, count, sessionId } = await scene()
  const first = await startApi()
  const letGo = await holdTable(sessionId)
  const unread = send(first.url)
  await expect.poll(waitingForLocks).toBe(1)
  await letGo()
  await expect.poll(count).toBe(1)
  first.child.kill('SIGKILL')
  await unread.catch(() => 'lost')

  const second = await startApi()
  const again = await send(second.url)
  expect(again.status).toBe(201)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await count()).toBe(1)
})
