import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type Reply, type TestApp, webOrigin } from '../../testing/test-app.ts'

let t: TestApp
let tenant: Tenant
/** Sees every row, as somebody who stole the database would. */

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  tenant = await t.createTenant()
})

const cookieOf = ({ headers }: Reply) => headers.get('set-cookie')?.split(';')[0] ?? ''
const refresh = (cookie: string, headers: Record<string, string> = {}) =>
  t.call('POST', '/api/customer/auth/refresh', {
    json: { attemptId: crypto.randomUUID() },
    headers: { cookie, ...headers },
  })
const seeTable = (token: unknown) => t.call('GET', '/api/customer/session', { token: String(token) })

describe('renewal', () => {
  test('gives a working token, a new cookie and the same seat after a reload', async () => {
    const { reply, token, ...context } = await t.joinTable(tenant)
    const renewed = await refresh(cookieOf(reply))
    expect(renewed).toMatchObject({ status: 200, body: { expiresIn: 900, context } })
    expect(renewed.body.context).toEqual(reply.body.context)
    expect(cookieOf(renewed)).not.toBe(cookieOf(reply))
    expect((await seeTable(renewed.body.accessToken)).status).toBe(200)
  })

  test('works for a guest who waits, and still lets them only wait', async () => {
    await t.joinTable(tenant)
    const { reply } = await t.joinTable(tenant, 0, 'Eve')
    const { body } = await refresh(cookieOf(reply))
    expect(body.context).toMatchObject({ guestState: 'pending', customerName: 'Eve' })
  })

  test('ends with the table session', async () => {
    const { reply, sessionId } = await t.joinTable(tenant)
    const { token } = await t.signInAs(tenant, 'manager')
    await t.call('POST', `/api/branches/${tenant.branchId}/table-sessions/${sessionId}/close`, { token })
    const refused = await refresh(cookieOf(reply))
    expect(refused).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    expect(refused.headers.has('set-cookie')).toBe(false)
  })

  test('with a replayed cookie ends the guest’s sign-in with its access tokens, at once, and no other guest’s', async () => {
    const { reply, token } = await t.joinTable(tenant)
    const friend = await t.joinTable(tenant, 0, 'Leo')
    const renewed = await refresh(cookieOf(reply))
    expect(await refresh(cookieOf(reply))).toMatchObject({ status: 401, body: { code: 'TOKEN_REUSE' } })
    expect(await refresh(cookieOf(renewed))).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    for (const ended of [token, renewed.body.accessToken])
      expect(await seeTable(ended)).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    expect((await seeTable(friend.token)).status).toBe(200)
  })

  test('is for our own pages only', async () => {
    const { reply } = await t.joinTable(tenant)
    const foreign = await refresh(cookieOf(reply), { origin: 'https://evil.example' })
    expect(foreign).toMatchObject({ status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } })
    expect((await refresh(cookieOf(reply), { origin: webOrigin })).status).toBe(200)
  })

  test('without a cookie is told so', async () => {
    expect(await refresh('')).toMatchObject({ status: 401, body: { code: 'TOKEN_MISSING' } })
  })
})

test('logging out leaves the table, clears the cookie and ends both tokens', async () => {
  const { reply, token, guestId } = await t.joinTable(tenant)
  const cookie = cookieOf(reply)
  const out = await t.call('POST', '/api/customer/auth/logout', { token, headers: { cookie } })
  expect(out.status).toBe(200)
  expect(out.headers.get('set-cookie')).toMatch(/^__Secure-rt-guest=; Max-Age=0; Path=\/api\/customer\/auth;/)
  expect(await seeTable(token)).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
  expect(await refresh(cookie)).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
  const families =
    await t.admin`select revoked_reason as reason from token_families where guest_id = ${guestId}`
  expect([...families]).toEqual([{ reason: 'logout' }])
})

test('no column of the database holds a token in clear text', async () => {
  const { reply, token } = await t.joinTable(tenant)
  const renewed = await refresh(cookieOf(reply))
  const secrets = [
    token,
    String(renewed.body.accessToken),
    ...[reply, renewed].map((each) => cookieOf(each).split('=')[1] ?? ''),
  ]
  const tables = await t.admin<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`
  const rows = await Promise.all(
    tables.map(({ name }) => t.admin.unsafe(`select r::text as row from ${name} r`)),
  )
  const dump = rows.flat().map(({ row }) => String(row))
  expect(dump.length).toBeGreaterThan(20)
  expect(dump.filter((row) => row.includes('eyJ') || secrets.some((secret) => row.includes(secret)))).toEqual(
    [],
  )
})
