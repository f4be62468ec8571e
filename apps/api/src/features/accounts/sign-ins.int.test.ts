import { randomUUID } from 'node:crypto'
import { refreshToken, staffSession } from '@repo/config/limits'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { readSecurityKinds, signIn } from '../../testing/sign-in.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { listen, serveOnSocket } from '../table-sessions/testing/listen.ts'

let t: TestApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterEach(() => t.startAfresh())
afterAll(() => t.close())

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1'
type Entry = { id: string; deviceLabel: string | null; current: boolean; lastUsedAt: string }
const list = async (token: string) =>
  (await t.call('GET', '/api/auth/sign-ins', { token })).body.signIns as Entry[]
const me = (token: string) => t.call('GET', '/api/auth/me', { token })
const renew = (headers: Record<string, string>) =>
  t.call('POST', '/api/auth/refresh', { json: { attemptId: randomUUID() }, headers })
const person = async () => (await t.signInAs(tenant, 'waiter')).email

describe('the list of sign-ins', () => {
  test('names browser and system, marks the one that asks, and shows nothing secret', async () => {
    const email = await person()
    await signIn(t, email, { headers: { 'user-agent': phone } })
    const { token } = await signIn(t, email)
    const entries = await list(token)
    expect(entries.map(({ deviceLabel, current }) => ({ deviceLabel, current }))).toEqual([
      { deviceLabel: null, current: true },
      { deviceLabel: 'Safari · iPhone', current: false },
      { deviceLabel: null, current: false },
    ])
    expect(Object.keys(entries[0] ?? {}).sort()).toEqual([
      'createdAt',
      'current',
      'deviceLabel',
      'id',
      'lastUsedAt',
    ])
  })

  test('says when each was last used, and omits those that lapsed', async () => {
    const email = await person()
    const one = await signIn(t, email)
    const before = await list(one.token)
    t.letPass(60)
    await renew(one.headers)
    const after = await list(one.token)
    expect(Date.parse(after[0]?.lastUsedAt ?? '')).toBeGreaterThan(Date.parse(before[0]?.lastUsedAt ?? ''))
    t.letPass(refreshToken.staff.idleSeconds + 60)
    expect(await list(one.token)).toEqual([])
  })

  test("shows nobody else's, and ends nobody else's", async () => {
    const [mine, theirs] = [await signIn(t, await person()), await signIn(t, await person())]
    const [foreign] = await list(theirs.token)
    expect(await list(mine.token)).not.toContainEqual(expect.objectContaining({ id: foreign?.id }))
    const refused = await t.call('DELETE', `/api/auth/sign-ins/${foreign?.id}`, { token: mine.token })
    expect(refused).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    expect((await me(theirs.token)).status).toBe(200)
  })
})

describe('ending', () => {
  test('one sign-in ends its access token, its cookie and its live events at once', async () => {
    const email = await person()
    const [lost, kept] = [await signIn(t, email), await signIn(t, email)]
    const socket = await serveOnSocket(t)
    const stream = await listen(`${socket.origin}/api/branches/${tenant.branchId}/events`, lost.token)
    const id = (await list(lost.token)).find(({ current }) => current)?.id
    expect((await t.call('DELETE', `/api/auth/sign-ins/${id}`, { token: kept.token })).status).toBe(200)
    expect(await me(lost.token)).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    expect(await renew(lost.headers)).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    expect(await stream.next()).toBeNull()
    socket.close()
    expect((await me(kept.token)).status).toBe(200)
    const again = await t.call('DELETE', `/api/auth/sign-ins/${id}`, { token: kept.token })
    expect(again.status).toBe(404)
  })

  test('all others keeps the one that asks, and is recorded', async () => {
    const { email, userId } = await t.signInAs(tenant, 'waiter')
    const [one, two] = [await signIn(t, email), await signIn(t, email)]
    expect((await t.call('POST', '/api/auth/sign-ins/end-others', { token: two.token })).status).toBe(200)
    expect((await me(one.token)).status).toBe(401)
    expect(await list(two.token)).toHaveLength(1)
    const kinds = await readSecurityKinds(t, userId)
    expect(kinds.at(-1)).toBe('auth.sign_ins_ended')
  })
})

test('an account has ten sign-ins at most; the oldest ends', async () => {
  const email = await person()
  const first = await signIn(t, email)
  for (let n = 1; n < staffSession.maxPerAccount; n++) await signIn(t, email)
  expect((await me(first.token)).status).toBe(200)
  const last = await signIn(t, email)
  expect((await me(first.token)).body.code).toBe('TOKEN_REVOKED')
  expect(await list(last.token)).toHaveLength(staffSession.maxPerAccount)
})
