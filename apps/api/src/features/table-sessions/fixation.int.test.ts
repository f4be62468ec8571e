import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type Reply, type TestApp, testPassword } from '../../testing/test-app.ts'

let t: TestApp
let tenant: Tenant
let path: string
beforeAll(async () => {
  t = await createTestApp()
})
beforeEach(async () => {
  tenant = await t.createTenant()
  path = `/api/customer/${tenant.slug}/${tenant.tables[0]?.code}`
})
afterAll(() => t.close())

const cookieOf = ({ headers }: Reply) => headers.getSetCookie()[0]?.split(';')[0] ?? ''
const join = (name: string, cookie?: string) =>
  t.call('POST', `${path}/sessions`, { json: { name }, ...(cookie && { headers: { cookie } }) })
const renew = (at: string, cookie: string) =>
  t.call('POST', at, { json: { attemptId: randomUUID() }, headers: { cookie } })
const guestIdOf = ({ body }: Reply) => (body.context as { guestId: string }).guestId

test('planting a guest’s cookie in another browser shares nothing with the person who joins there', async () => {
  const attacker = await join('Mallory')
  const planted = cookieOf(attacker)
  const victim = await join('Vera', planted)
  expect(victim.status).toBe(201)
  expect(guestIdOf(victim)).not.toBe(guestIdOf(attacker))
  expect(cookieOf(victim)).not.toBe(planted)
  expect(victim.body.context).toMatchObject({ customerName: 'Vera', isHost: false, guestState: 'pending' })
  const renewed = await renew('/api/customer/auth/refresh', planted)
  expect(guestIdOf(renewed)).toBe(guestIdOf(attacker))
})

test('signing in never continues a sign-in that was planted in the browser', async () => {
  const attacker = await t.signInAs(tenant, 'waiter')
  const victim = await t.signInAs(tenant, 'owner')
  const logIn = (email: string, cookie?: string) =>
    t.call('POST', '/api/auth/login', {
      json: { email, password: testPassword },
      ...(cookie && { headers: { cookie } }),
    })
  const planted = cookieOf(await logIn(attacker.email))
  const reply = await logIn(victim.email, planted)
  expect(reply.status).toBe(200)
  expect(cookieOf(reply)).not.toBe(planted)
  const renewed = await renew('/api/auth/refresh', cookieOf(reply))
  expect(renewed.body.account).toMatchObject({ userId: victim.userId })
  const attackers = await renew('/api/auth/refresh', planted)
  expect((attackers.body.account as { userId?: string } | undefined)?.userId ?? attacker.userId).toBe(
    attacker.userId,
  )
})

test('reading a sticker, however often, opens no session', async () => {
  for (let turn = 0; turn < 3; turn++) {
    await t.call('GET', path)
    const { body, headers } = await t.call('GET', `${path}/check-session`)
    expect(body).toEqual({ hasSession: false, joinable: false })
    expect(headers.getSetCookie()).toEqual([])
  }
})

test('check-session answers with its two booleans alone, whoever is seated there', async () => {
  const free = await t.call('GET', `${path}/check-session`)
  await join('Mara')
  const taken = await t.call('GET', `${path}/check-session`)
  const unknown = await t.call('GET', `/api/customer/${tenant.slug}/222222222222/check-session`)
  for (const { body } of [free, taken]) {
    expect(Object.keys(body).sort()).toEqual(['hasSession', 'joinable'])
    expect(Object.values(body).every((value) => typeof value === 'boolean')).toBe(true)
  }
  expect(unknown).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})

test('a replaced sticker opens nothing', async () => {
  const owner = await t.signInAs(tenant, 'owner')
  const rotated = await t.call(
    'POST',
    `/api/branches/${tenant.branchId}/tables/${tenant.tables[0]?.id}/rotate-code`,
    {
      token: owner.token,
    },
  )
  expect(rotated.status).toBe(200)
  for (const reply of [
    await t.call('GET', path),
    await t.call('GET', `${path}/check-session`),
    await join('Mallory'),
  ])
    expect(reply).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})
