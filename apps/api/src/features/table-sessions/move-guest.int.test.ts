import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { raceBehind } from '../../testing/race-behind.ts'
import { createTestApp, type Reply, type TestApp } from '../../testing/test-app.ts'

type Seated = Awaited<ReturnType<TestApp['joinTable']>>
type Table = {
  code?: string
  cursor: string
  joinCode: string | null
  guests: { id: string; isHost: boolean; state: string }[]
  orders: unknown[]
  calls: unknown[]
}

let t: TestApp
let tenant: Tenant
let host: Seated
let waiter: { token: string }

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

beforeEach(async () => {
  tenant = await t.createTenant()
  host = await t.joinTable(tenant)
  waiter = await t.signInAs(tenant, 'waiter')
})

const seeTable = async (token: string) =>
  (await t.call('GET', '/api/customer/session', { token })).body as unknown as Table
const moveAsGuest = (token: string, guestId: string, to: string) =>
  t.call('POST', `/api/customer/session/guests/${guestId}/move`, { token, json: { to } })
const sessionPath = (sessionId = host.sessionId) =>
  `/api/branches/${tenant.branchId}/table-sessions/${sessionId}`
const moveAsStaff = (guestId: string, to: string) =>
  t.call('POST', `${sessionPath()}/guests/${guestId}/move`, { token: waiter.token, json: { to } })
const leave = (token: string) => t.call('POST', '/api/customer/session/leave', { token })
const refusal = ({ status, body }: Reply) => [status, body.code]

async function friend(name = 'Leo') {
  return t.joinTable(tenant, 0, name, (await seeTable(host.token)).joinCode ?? '')
}

const placeOrder = (token: string) =>
  t.call('POST', '/api/customer/orders', {
    token,
    headers: { 'idempotency-key': crypto.randomUUID() },
    json: {
      lines: [{ dishId: tenant.dishes.soup, quantity: 1, modifiers: [] }],
      expectedTotalMinor: 2_500,
    },
  })

const callWaiter = (token: string) =>
  t.call('POST', '/api/customer/service-calls', { token, json: { kind: 'waiter' } })

describe('a photo of the sticker', () => {
  test('cannot act as the seated guest: a waiting guest may only wait', async () => {
    const eve = await t.joinTable(tenant, 0, 'Eve')
    const attempts = await Promise.all([
      placeOrder(eve.token),
      t.call('GET', `/api/customer/orders/${host.guestId}`, { token: eve.token }),
      t.call('POST', '/api/customer/service-calls', { token: eve.token, json: { kind: 'bill' } }),
      t.call('POST', '/api/customer/session/join-code', { token: eve.token }),
      t.call('GET', '/api/customer/events', { token: eve.token }),
      moveAsGuest(eve.token, eve.guestId, 'active'),
      moveAsGuest(eve.token, host.guestId, 'refused'),
    ])
    expect(attempts.map(refusal)).toEqual(Array(7).fill([403, 'GUEST_PENDING']))
  })

  test('shows nothing of the table: no other guest, order, call or join code, and a cursor that tells nothing', async () => {
    expect((await placeOrder(host.token)).status).toBe(201)
    await t.call('POST', '/api/customer/service-calls', { token: host.token, json: { kind: 'waiter' } })
    const eve = await t.joinTable(tenant, 0, 'Eve')
    const seen = await seeTable(eve.token)
    expect(seen).toMatchObject({ joinCode: null, orders: [], calls: [] })
    expect(seen.guests.map(({ id }) => id)).toEqual([eve.guestId])
    expect(seen.cursor).toBe(`session:${host.sessionId}.0.0`)
    const own = await seeTable(host.token)
    expect([own.orders.length, own.calls.length, own.guests.length]).toEqual([1, 1, 2])
  })
})

describe('the host', () => {
  test('lets a waiting guest in, whose own token then opens the table', async () => {
    const leo = await t.joinTable(tenant, 0, 'Leo')
    const moved = await moveAsGuest(host.token, leo.guestId, 'active')
    expect(moved).toMatchObject({ status: 200, body: { id: leo.guestId, state: 'active', isHost: false } })
    expect((await placeOrder(leo.token)).status).toBe(201)
    expect((await seeTable(leo.token)).guests).toHaveLength(2)
  })

  test('refuses a waiting guest, whose token then opens nothing', async () => {
    const eve = await t.joinTable(tenant, 0, 'Eve')
    expect((await moveAsGuest(host.token, eve.guestId, 'refused')).status).toBe(200)
    expect(await seeTable(eve.token)).toMatchObject({ code: 'TOKEN_REVOKED' })
  })

  test('alone sees the join code, changes it and answers those who wait', async () => {
    const leo = await friend()
    const eve = await t.joinTable(tenant, 0, 'Eve')
    expect((await seeTable(leo.token)).joinCode).toBeNull()
    expect(refusal(await moveAsGuest(leo.token, eve.guestId, 'active'))).toEqual([403, 'FORBIDDEN'])
    const rotate = (token: string) => t.call('POST', '/api/customer/session/join-code', { token })
    expect(refusal(await rotate(leo.token))).toEqual([403, 'FORBIDDEN'])
    const before = (await seeTable(host.token)).joinCode
    const { body } = await rotate(host.token)
    expect(body).toEqual({ joinCode: expect.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/) })
    expect(body.joinCode).not.toBe(before)
  })

  test('cannot evict, which is for staff', async () => {
    const leo = await friend()
    expect(refusal(await moveAsGuest(host.token, leo.guestId, 'evicted'))).toEqual([403, 'FORBIDDEN'])
    expect(refusal(await moveAsGuest(host.token, leo.guestId, 'refused'))).toEqual([409, 'STATE_INVALID'])
  })

  test('has no power over another table', async () => {
    await t.joinTable(tenant, 1, 'Ana')
    const waiting = await t.joinTable(tenant, 1, 'Sam')
    expect(refusal(await moveAsGuest(host.token, waiting.guestId, 'active'))).toEqual([404, 'NOT_FOUND'])
  })

  test('who taps twice, or answers a guest that staff answered, is told so', async () => {
    const leo = await t.joinTable(tenant, 0, 'Leo')
    const [one, two] = await Promise.all([
      moveAsGuest(host.token, leo.guestId, 'active'),
      moveAsStaff(leo.guestId, 'refused'),
    ])
    expect([one.status, two.status].toSorted()).toEqual([200, 409])
  })
})

describe('leaving', () => {
  test('passes the host role on to the guest who joined first', async () => {
    const leo = await friend('Leo')
    await friend('Ana')
    expect((await leave(host.token)).status).toBe(200)
    const seen = await seeTable(leo.token)
    expect(seen.guests.filter(({ isHost }) => isHost).map(({ id }) => id)).toEqual([leo.guestId])
    expect(seen.joinCode).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
    expect(await seeTable(host.token)).toMatchObject({ code: 'TOKEN_REVOKED' })
  })

  test('by the last guest frees a table that has not ordered', async () => {
    await leave(host.token)
    expect(await t.joinTable(tenant, 0, 'Ana')).toMatchObject({ guestState: 'active', isHost: true })
  })

  test('by the last guest keeps a table open that has ordered, and the next one let in is its host', async () => {
    await placeOrder(host.token)
    await leave(host.token)
    const ana = await t.joinTable(tenant, 0, 'Ana')
    expect(ana).toMatchObject({ guestState: 'pending', sessionId: host.sessionId })
    expect((await moveAsStaff(ana.guestId, 'active')).body).toMatchObject({ state: 'active', isHost: true })
  })

  test('by somebody who only waits changes nothing for the table', async () => {
    const eve = await t.joinTable(tenant, 0, 'Eve')
    expect((await leave(eve.token)).status).toBe(200)
    expect(await seeTable(eve.token)).toMatchObject({ code: 'TOKEN_REVOKED' })
    const [mara] = (await seeTable(host.token)).guests
    expect(mara).toMatchObject({ id: host.guestId, isHost: true, state: 'active' })
  })
})

describe('staff', () => {
  test('let a guest in, and the answer holds no token', async () => {
    const leo = await t.joinTable(tenant, 0, 'Leo')
    const reply = await moveAsStaff(leo.guestId, 'active')
    expect(Object.keys(reply.body).toSorted()).toEqual([
      'colour',
      'id',
      'isHost',
      'joinedAt',
      'name',
      'state',
    ])
    expect(reply.headers.has('set-cookie')).toBe(false)
    expect((await seeTable(leo.token)).guests).toHaveLength(2)
  })

  test('evict a guest, whose token and join code then open nothing', async () => {
    const known = (await seeTable(host.token)).joinCode ?? ''
    const leo = await friend()
    expect((await moveAsStaff(leo.guestId, 'evicted')).status).toBe(200)
    expect(await seeTable(leo.token)).toMatchObject({ code: 'TOKEN_REVOKED' })
    expect((await t.joinTable(tenant, 0, 'Leo', known)).reply.body.code).toBe('JOIN_CODE_INVALID')
  })

  test.each([
    ['order', placeOrder],
    ['call for service', callWaiter],
  ])('evict a guest whose %s arrives at the same moment and does not count', async (_, send) => {
    const leo = await friend()
    const [evicted, sent] = await raceBehind(t.admin, {
      first: () => moveAsStaff(leo.guestId, 'evicted'),
      second: () => send(leo.token),
    })
    expect(evicted.status).toBe(200)
    expect(refusal(sent)).toEqual([401, 'TOKEN_REVOKED'])
    expect(await seeTable(host.token)).toMatchObject({ orders: [], calls: [] })
  })

  test('who evict the host leave the table with a host', async () => {
    const leo = await friend()
    await moveAsStaff(host.guestId, 'evicted')
    expect((await seeTable(leo.token)).guests).toMatchObject([{ id: leo.guestId, isHost: true }])
  })

  test("close a session and end its guests' access at once, waiting ones too", async () => {
    const eve = await t.joinTable(tenant, 0, 'Eve')
    const closed = await t.call('POST', `${sessionPath()}/close`, { token: waiter.token })
    expect(closed).toMatchObject({ status: 200, body: {} })
    for (const { token } of [host, eve]) {
      expect(await seeTable(token)).toMatchObject({ code: 'TOKEN_REVOKED' })
      expect(refusal(await placeOrder(token))).toEqual([401, 'TOKEN_REVOKED'])
    }
    const again = await t.call('POST', `${sessionPath()}/close`, { token: waiter.token })
    expect(refusal(again)).toEqual([409, 'SESSION_CLOSED'])
    expect(refusal(await moveAsStaff(eve.guestId, 'active'))).toEqual([409, 'SESSION_CLOSED'])
  })

  test('give a table a new join code', async () => {
    const { body } = await t.call('POST', `${sessionPath()}/join-code`, { token: waiter.token })
    expect((await seeTable(host.token)).joinCode).toBe(body.joinCode)
  })

  test('of another restaurant find no such session, and the kitchen may not manage one', async () => {
    const elsewhere = await t.createTenant()
    const stranger = await t.signInAs(elsewhere, 'owner')
    const cook = await t.signInAs(tenant, 'kitchen')
    for (const action of ['close', 'join-code', `guests/${host.guestId}/move`]) {
      const json = action.endsWith('move') ? { to: 'evicted' } : undefined
      const inOwn = `/api/branches/${elsewhere.branchId}/table-sessions/${host.sessionId}/${action}`
      const inTheirs = `${sessionPath()}/${action}`
      expect(refusal(await t.call('POST', inOwn, { token: stranger.token, json }))).toEqual([
        404,
        'NOT_FOUND',
      ])
      expect(refusal(await t.call('POST', inTheirs, { token: stranger.token, json }))).toEqual([
        404,
        'NOT_FOUND',
      ])
      expect(refusal(await t.call('POST', inTheirs, { token: cook.token, json }))).toEqual([403, 'FORBIDDEN'])
    }
    expect((await seeTable(host.token)).guests).toHaveLength(1)
  })
})
