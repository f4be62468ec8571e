import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { raceAtLock } from '../../testing/race-at-lock.ts'
import { cookiesOf, readJournal } from '../../testing/sign-in.ts'
import { createTestApp, type Reply, type TestApp, webOrigin } from '../../testing/test-app.ts'
import { listen, serveOnSocket } from '../table-sessions/testing/listen.ts'

let t: TestApp
let tenant: Tenant
let owner: string

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  tenant = await t.createTenant()
  owner = (await t.signInAs(tenant, 'owner')).token
})

type Kind = 'kds' | 'pos'
const browser = { origin: webOrigin, 'sec-fetch-site': 'same-origin' }
const notActivated = { status: 403, body: { code: 'LICENSE_NOT_ACTIVATED' } }
const path = (rest: string, at = tenant) => `/api/branches/${at.branchId}/${rest}`

async function makeKey(json: Record<string, unknown> = { kind: 'kds' }) {
  const { status, body } = await t.call('POST', path('device-keys'), { token: owner, json })
  expect(status).toBe(201)
  return body as { id: string; key: string }
}
const activate = (key: string, deviceId: string = randomUUID(), kind: Kind = 'kds', query = '') =>
  t.call('POST', `/api/devices/activate${query}`, {
    json: { key, deviceId, kind, name: 'Pass' },
    headers: browser,
  })
const verify = (deviceId: string, cookies: Record<string, string> = {}, attemptId: string = randomUUID()) =>
  t.call('POST', '/api/devices/verify', {
    json: { deviceId, attemptId },
    headers: { ...browser, ...cookies },
  })
const revoke = (id: string) => t.call('DELETE', path(`devices/${id}`), { token: owner })

async function pair(kind: Kind = 'kds') {
  const deviceId = randomUUID()
  const { key } = await makeKey({ kind })
  return paired(await activate(key, deviceId, kind), deviceId)
}
function paired(reply: Reply, deviceId: string) {
  expect(reply.status).toBe(201)
  const { accessToken, device } = reply.body as { accessToken: string; device: { id: string } }
  return { token: accessToken, id: device.id, deviceId, cookies: cookiesOf(reply), reply }
}
async function anOrder(at = tenant) {
  const guest = await t.joinTable(at)
  const { body } = await t.call('POST', '/api/customer/orders', {
    token: guest.token,
    headers: { 'idempotency-key': randomUUID() },
    json: {
      lines: [{ dishId: at.dishes.soup, quantity: 1, modifiers: [] }],
      expectedTotalMinor: 2_500,
    },
  })
  return { guest, order: body as { id: string; lines: [{ id: string }] } }
}

test('keys are made by owners and managers of the branch alone', async () => {
  const elsewhere = await t.createTenant()
  const guest = await t.joinTable(tenant)
  const make = async (token: string, at = tenant) =>
    (await t.call('POST', path('device-keys', at), { token, json: { kind: 'kds' } })).status
  for (const role of ['cashier', 'waiter', 'kitchen'])
    expect(await make((await t.signInAs(tenant, role)).token)).toBe(403)
  expect(await make(guest.token)).toBe(401)
  expect(await make((await pair()).token)).toBe(401)
  expect(await make(owner, elsewhere)).toBe(404)
  expect(await make((await t.signInAs(tenant, 'manager')).token)).toBe(201)
})

test('a key is shown once and stored as a keyed hash', async () => {
  const { id, key } = await makeKey()
  expect(key.replaceAll('-', '')).toMatch(/^[2-9A-HJ-NP-Z]{24}$/)
  const { body } = await t.call('GET', path('devices'), { token: owner })
  expect(body.keys).toMatchObject([{ id, activations: 0 }])
  const rows = JSON.stringify([...(await t.admin`select * from device_keys`)])
  for (const text of [
    JSON.stringify(body),
    rows,
    JSON.stringify(await readJournal(t, tenant.organizationId)),
  ])
    for (const shape of [key, key.replaceAll('-', '')]) expect(text).not.toContain(shape)
})

test('of twenty devices that use a single-device key at once, one is paired', async () => {
  const { key } = await makeKey()
  // No device can be paired before several have checked who is.
  const replies = await raceAtLock(t.admin, {
    lock: (sql) => sql`lock table devices in share mode`,
    waiting: 5,
    send: () => Array.from({ length: 20 }, () => activate(key)),
  })
  const codes = replies.map(({ status, body }) => `${status} ${body.code ?? ''}`)
  expect(codes.filter((code) => code === '201 ')).toHaveLength(1)
  expect(codes.filter((code) => code === '409 LICENSE_MAX_ACTIVATIONS')).toHaveLength(19)
})

test('a key pairs as many devices as it says', async () => {
  const { key } = await makeKey({ kind: 'kds', maxActivations: 2 })
  const statuses = []
  for (const _ of [1, 2, 3]) statuses.push((await activate(key)).status)
  expect(statuses).toEqual([201, 201, 409])
})

test('pairing a device again keeps its one place; its earlier cookie and token open nothing', async () => {
  const { key } = await makeKey()
  const deviceId = randomUUID()
  const first = paired(await activate(key, deviceId), deviceId)
  const second = paired(await activate(key.toLowerCase().replaceAll('-', ' '), deviceId), deviceId)
  expect(second.id).toBe(first.id)
  expect(await verify(deviceId, first.cookies)).toMatchObject(notActivated)
  expect(await t.call('GET', path('kitchen'), { token: first.token })).toMatchObject(notActivated)
  expect((await verify(deviceId, second.cookies)).status).toBe(200)
  const { body } = await t.call('GET', path('devices'), { token: owner })
  expect(body.devices).toHaveLength(1)
})

test('an unknown, ended or expired key, or one of another kind, pairs nothing and gets the same answer', async () => {
  const ended = await makeKey()
  await t.call('DELETE', path(`device-keys/${ended.id}`), { token: owner })
  const expired = await makeKey()
  await t.admin`update device_keys set expires_at = now() - interval '1 second' where id = ${expired.id}`
  const terminal = await makeKey({ kind: 'pos' })
  for (const key of ['ABCD-EFGH-JKLM-NPQR-STUV-WXYZ', ended.key, expired.key, terminal.key])
    expect(await activate(key)).toMatchObject(notActivated)
})

test('a key in the address is refused', async () => {
  const { key } = await makeKey()
  expect((await activate(key, randomUUID(), 'kds', `?key=${key}`)).status).toBe(400)
})

test('only the cookie of the pairing, with the id of that device, gets a token', async () => {
  const { deviceId, cookies } = await pair()
  const other = await pair()
  expect(await verify(randomUUID())).toMatchObject(notActivated)
  expect(await verify(deviceId)).toMatchObject(notActivated)
  expect(await verify(deviceId, other.cookies)).toMatchObject(notActivated)
  const reply = await verify(deviceId, cookies)
  expect(reply.body.expiresIn).toBeLessThanOrEqual(900)
  expect(reply.headers.getSetCookie()[0]).toMatch(
    /^__Secure-rt-device=.{43}; Max-Age=2592000; Path=\/api\/devices; HttpOnly; Secure; SameSite=Strict$/,
  )
})

test('a copied cookie that two devices use ends the pairing, and the journal records it', async () => {
  const { deviceId, cookies } = await pair()
  const renewed = cookiesOf(await verify(deviceId, cookies))
  expect(await verify(deviceId, cookies)).toMatchObject(notActivated)
  expect(await verify(deviceId, renewed)).toMatchObject(notActivated)
  const kinds = (await readJournal(t, tenant.organizationId)).map(({ kind }) => kind)
  expect(kinds).toContain('device.token_reused')
})

test('another site cannot pair or verify a device', async () => {
  const { key } = await makeKey()
  const reply = await t.call('POST', '/api/devices/activate', {
    json: { key, deviceId: randomUUID(), kind: 'kds', name: 'Pass' },
    headers: { origin: 'https://evil.test' },
  })
  expect(reply).toMatchObject({ status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } })
})

test('a kitchen display reads tickets, moves lines and marks dishes sold out', async () => {
  const { token } = await pair('kds')
  const { order } = await anOrder()
  const board = await t.call('GET', path('kitchen'), { token })
  expect(board.body.tickets).toMatchObject([{ id: order.id, guestName: 'Mara' }])
  const moves = [{ lineId: order.lines[0].id, from: 'confirmed', to: 'ready' }]
  const moved = await t.call('POST', path(`kitchen/tickets/${order.id}/moves`), { token, json: { moves } })
  expect(moved).toMatchObject({ status: 200, body: { state: 'ready' } })
  expect((await t.call('GET', path('menu'), { token })).status).toBe(200)
  const soldOut = await t.call('PUT', path(`menu/dishes/${tenant.dishes.tea}/availability`), {
    token,
    json: { availability: 'sold_out' },
  })
  expect(soldOut).toMatchObject({ status: 200, body: { availability: 'sold_out' } })
})

test('a terminal serves, sees the tables and closes them', async () => {
  const { token, id } = await pair('pos')
  const { order, guest } = await anOrder()
  await t.admin`update order_lines set state = 'ready' where order_id = ${order.id}`
  expect((await t.call('GET', path('tables'), { token })).body.tables).toMatchObject([
    { label: '1', code: null, session: { guests: [{ name: 'Mara' }] } },
    { label: '2' },
    { label: '3' },
  ])
  const moves = [{ lineId: order.lines[0].id, from: 'ready', to: 'served' }]
  const served = await t.call('POST', path(`orders/${order.id}/moves`), { token, json: { moves } })
  expect(served).toMatchObject({ status: 200, body: { state: 'served' } })
  expect((await t.call('GET', path('orders'), { token })).status).toBe(200)
  const close = () => t.call('POST', path(`table-sessions/${guest.sessionId}/close`), { token })
  expect((await close()).status).toBe(200)
  const [entry] = await t.admin`
    select actor from journal_entries where stream = ${`branch:${tenant.branchId}`} and kind = 'session.closed'`
  expect(entry?.actor).toBe(`device:${id}`)
})

test('a terminal lets guests in and takes calls', async () => {
  const { token } = await pair('pos')
  const host = await t.joinTable(tenant)
  const waiting = await t.joinTable(tenant, 0, 'Leo')
  const move = await t.call('POST', path(`table-sessions/${host.sessionId}/guests/${waiting.guestId}/move`), {
    token,
    json: { to: 'active' },
  })
  expect(move).toMatchObject({ status: 200, body: { state: 'active' } })
  const call = await t.call('POST', '/api/customer/service-calls', {
    token: host.token,
    json: { kind: 'bill' },
  })
  const taken = await t.call('POST', path(`service-calls/${call.body.id}/move`), {
    token,
    json: { to: 'done' },
  })
  expect(taken).toMatchObject({ status: 200, body: { state: 'done' } })
})

test('no device reads staff, settings or another branch, and neither kind does the other’s work', async () => {
  const elsewhere = await t.createTenant()
  const [kds, pos] = [await pair('kds'), await pair('pos')]
  const status = async (token: string, route: string) => (await t.call('GET', route, { token })).status
  for (const { token } of [kds, pos]) {
    for (const route of [path('staff'), path('invitations'), path('devices'), path(''), '/api/auth/sign-ins'])
      expect.soft([401, 403, 404], route).toContain(await status(token, route))
    for (const route of ['kitchen', 'tables', 'orders'])
      expect.soft([403, 404], route).toContain(await status(token, path(route, elsewhere)))
  }
  expect(await status(kds.token, path('tables'))).toBe(403)
  expect(await status(pos.token, path('kitchen'))).toBe(403)
})

test('row-level security shows a device its own branch and no people who work there', async () => {
  const elsewhere = await t.createTenant()
  const { organizationId, branchId } = tenant
  const { id } = await pair('kds')
  const seen = await t.deps.gateway.run(
    { kind: 'kds', organizationId, branchId, subjectId: id },
    async ({ sql }) => [
      ...(await sql`
        select (select count(*)::int from memberships) as memberships, (select count(*)::int from users) as users,
          (select count(*)::int from device_keys) as keys, (select count(*)::int from devices) as devices,
          (select count(*)::int from dining_tables) as tables,
          (select count(*)::int from dishes where branch_id = ${elsewhere.branchId}) as foreign`),
    ],
  )
  expect(seen).toEqual([{ memberships: 0, users: 0, keys: 0, devices: 1, tables: 0, foreign: 0 }])
})

test('a revoked device is refused at once, its stream ends within two seconds and its place is free', async () => {
  const { key } = await makeKey()
  const deviceId = randomUUID()
  const device = paired(await activate(key, deviceId), deviceId)
  const server = await serveOnSocket(t)
  const stream = await listen(`${server.origin}${path('events')}`, device.token)
  expect(stream.response.status).toBe(200)
  expect((await revoke(device.id)).status).toBe(200)
  const endedAt = performance.now()
  while ((await stream.next()) !== null);
  expect(performance.now() - endedAt).toBeLessThan(2_000)
  server.close()
  expect(await t.call('GET', path('kitchen'), { token: device.token })).toMatchObject(notActivated)
  expect(await verify(deviceId, device.cookies)).toMatchObject(notActivated)
  expect((await activate(key)).status).toBe(201)
})

test('keys and devices are in the journal, without the key', async () => {
  const { key, id } = await makeKey()
  const deviceId = randomUUID()
  const device = paired(await activate(key, deviceId), deviceId)
  await activate(key)
  await revoke(device.id)
  await t.call('DELETE', path(`device-keys/${id}`), { token: owner })
  const entries = await readJournal(t, tenant.organizationId)
  expect(entries.map(({ kind }) => kind)).toEqual([
    'device_key.created',
    'device.activated',
    'device.refused',
    'device.revoked',
    'device_key.revoked',
  ])
})

test('a key pairs nothing once its maker no longer works here or may no longer make keys', async () => {
  const manager = await t.signInAs(tenant, 'manager', false)
  const { body } = await t.call('POST', path('device-keys'), {
    token: manager.token,
    json: { kind: 'pos', maxActivations: 20 },
  })
  const key = String(body.key)
  const first = await activate(key, randomUUID(), 'pos')
  expect(first.status).toBe(201)
  const { body: staff } = await t.call('GET', path('staff'), { token: owner })
  const members = staff.members as { userId: string; membershipId: string }[]
  const member = path(`staff/${members.find(({ userId }) => userId === manager.userId)?.membershipId}`)
  const listed = async () => (await t.call('GET', path('devices'), { token: owner })).body.keys
  expect(await listed()).toHaveLength(1)
  await t.call('PATCH', member, { token: owner, json: { role: 'waiter' } })
  expect(await listed()).toEqual([])
  // The maker is checked separately, in case the key itself was not revoked.
  await t.admin`update device_keys set revoked_at = null where branch_id = ${tenant.branchId}`
  expect(await activate(key, randomUUID(), 'pos')).toMatchObject(notActivated)
  await t.call('DELETE', member, { token: owner })
  expect(await activate(key, randomUUID(), 'pos')).toMatchObject(notActivated)
  const tables = await t.call('GET', path('tables'), { token: String(first.body.accessToken) })
  expect(tables.status).toBe(200)
})
