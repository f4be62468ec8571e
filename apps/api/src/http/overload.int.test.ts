import { connect } from '@repo/db'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { sendRaw } from '../testing/send-raw.ts'
import { type ServedApp, serveApp } from '../testing/serve-app.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { createInFlight } from './in-flight.ts'

let t: TestApp
let admin: ReturnType<typeof connect>
let tenant: Tenant
let token: string
beforeAll(async () => {
  t = await createTestApp()
  admin = connect({ url: t.testDatabase.adminUrl, poolMax: 2 })
  tenant = await t.createTenant()
  token = (await t.signInAs(tenant, 'owner')).token
})
afterAll(async () => {
  await admin.end()
  await t.close()
})
afterEach(() => {
  t.deps.inFlight = createInFlight()
})

const rename = (name: string) =>
  t.call('PATCH', `/api/branches/${tenant.branchId}`, { token, json: { name } })
const nameOf = async () => (await admin`select name from branches where id = ${tenant.branchId}`)[0]?.name
const waiting = async () =>
  (
    await admin`select 1 from pg_stat_activity where usename = 'restai_app' and state <> 'idle' and pid <> pg_backend_pid()
    and datname = current_database()`
  ).length

/** Locks the branch's row while `work` runs, so that any change to it has to wait. */
const holding = <T>(work: () => Promise<T>): Promise<T> =>
  admin.begin(async (sql) => {
    await sql`select 1 from branches where id = ${tenant.branchId} for update`
    return work()
  }) as Promise<T>

test('a request that runs out of time is answered 503, and its work is not done later either', async () => {
  const before = await nameOf()
  t.deps.inFlight = createInFlight(10, 300)
  const late = await holding(() => rename('Too late'))
  expect(late).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE', retryAfterSeconds: 2 } })
  expect(late.headers.get('retry-after')).toBe('2')
  await vi.waitFor(async () => expect(await waiting()).toBe(0), { timeout: 5_000 })
  expect(await nameOf()).toBe(before)
  expect((await rename('In time')).status).toBe(200)
})

test('requests beyond capacity are refused at once, while health and the admitted ones go on', async () => {
  t.deps.inFlight = createInFlight(3)
  await holding(async () => {
    const under = [rename('A'), rename('B'), rename('C')]
    await vi.waitFor(() => expect(t.deps.inFlight.count).toBe(3), 5_000)
    const startMs = performance.now()
    const refused = await rename('D')
    expect(performance.now() - startMs).toBeLessThan(1_000)
    expect(refused).toMatchObject({ status: 503, body: { code: 'OVERLOADED' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect((await t.call('GET', '/health')).status).toBe(200)
    return { under }
  }).then(({ under }) => Promise.all(under))
  expect(t.deps.inFlight.count).toBe(0)
  expect((await rename('E')).status).toBe(200)
})

test('a live stream does not count as a request in flight', async () => {
  const guest = await t.joinTable(await t.createTenant())
  t.deps.inFlight = createInFlight(1)
  const headers = { authorization: `Bearer ${guest.token}` }
  const stream = await t.app.request('/api/customer/events', { headers })
  expect(stream.status).toBe(200)
  expect((await t.call('GET', '/api/customer/session', { token: guest.token })).status).toBe(200)
  await stream.body?.cancel()
})

describe('a slow client', () => {
  let served: ServedApp
  beforeAll(async () => {
    const timeouts = { headersMs: 300, bodyMs: 600, connectionCheckMs: 100, keepAliveMs: 65_000 }
    served = await serveApp(t, timeouts)
  })
  afterAll(() => served.stop())

  test.each([
    ['its headers', 'GET /health HTTP/1.1\r\nhost: x\r\nx-a: '],
    [
      'its body',
      'POST /api/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    ],
  ])('that never finishes %s is answered 408 and disconnected', async (_, bytes) => {
    const reply = await sendRaw(served.port, bytes)
    expect(reply).toMatchObject({ status: 408, closed: true })
    expect(JSON.parse(reply.body)).toMatchObject({ code: 'REQUEST_TIMEOUT' })
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })
})
