import { code, tableSession } from '@repo/config/limits'
import { guests, tableSessions } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { enterSession } from './enter-session.ts'
import { findTable } from './find-table.ts'

let t: TestApp
let tenant: Tenant

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

/** A restaurant per test, so that tests share no state. */
async function freshTable() {
  tenant = await t.createTenant()
  return `/api/customer/${tenant.slug}/${tenant.tables[0]?.code}`
}

const asStaff = () => {
  const { organizationId, branchId } = tenant
  return { kind: 'staff', organizationId, branchId, userId: branchId } as const
}
const openSessions = () =>
  t.deps.gateway.run(asStaff(), ({ db }) =>
    db.select().from(tableSessions).where(eq(tableSessions.state, 'open')),
  )
const seeTable = async (token: string) => (await t.call('GET', '/api/customer/session', { token })).body
const joinCode = async (token: string) => (await seeTable(token)).joinCode as string
const wrongCode = (right: string) => (right === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA')

async function ageSession(seconds: number): Promise<void> {
  const openedAt = new Date(Date.now() - seconds * 1_000).toISOString()
  await t.deps.gateway.run(asStaff(), ({ db }) => db.update(tableSessions).set({ openedAt }))
}

describe('a sticker', () => {
  test('names its table, and reveals nothing about who sits there', async () => {
    const path = await freshTable()
    await t.joinTable(tenant)
    const { body } = await t.call('GET', path)
    expect(body).toEqual({
      branchSlug: tenant.slug,
      branchName: 'Test kitchen',
      tableCode: tenant.tables[0]?.code,
      tableLabel: '1',
    })
  })

  test('of an unknown table, or of another branch, is not found', async () => {
    await freshTable()
    const other = await t.createTenant()
    for (const path of [
      `/api/customer/${tenant.slug}/222222222222`,
      `/api/customer/${other.slug}/${tenant.tables[0]?.code}`,
    ]) {
      for (const [method, tail] of [
        ['GET', ''],
        ['GET', '/check-session'],
        ['POST', '/sessions'],
      ] as const) {
        const json = method === 'POST' ? { name: 'Mara' } : undefined
        expect(await t.call(method, path + tail, { json })).toMatchObject({
          status: 404,
          body: { code: 'NOT_FOUND' },
        })
      }
    }
  })
})

describe('check-session', () => {
  test('answers two booleans and nothing else, and sets no cookie', async () => {
    const path = await freshTable()
    const free = await t.call('GET', `${path}/check-session`)
    await t.joinTable(tenant)
    const taken = await t.call('GET', `${path}/check-session`)
    expect(free.body).toEqual({ hasSession: false, joinable: false })
    expect(taken.body).toEqual({ hasSession: true, joinable: true })
    for (const { headers } of [free, taken]) expect(headers.has('set-cookie')).toBe(false)
  })

  test('treats a lapsed session as no session', async () => {
    const path = await freshTable()
    await t.joinTable(tenant)
    await ageSession(tableSession.lapseSeconds)
    expect((await t.call('GET', `${path}/check-session`)).body).toEqual({
      hasSession: false,
      joinable: false,
    })
  })
})

describe('joining a table', () => {
  test('makes the first guest at a free table its host', async () => {
    await freshTable()
    const { reply, token } = await t.joinTable(tenant)
    expect(reply.status).toBe(201)
    expect(reply.body).toMatchObject({
      expiresIn: 900,
      context: { customerName: 'Mara', guestState: 'active', isHost: true, tableLabel: '1' },
    })
    expect(await joinCode(token)).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  })

  test('trims the blanks around a guest’s name', async () => {
    await freshTable()
    const { reply } = await t.joinTable(tenant, 0, ' \t Mara  ')
    expect(reply.body).toMatchObject({ context: { customerName: 'Mara' } })
  })

  test('hands the refresh token out in a cookie alone: HttpOnly, Secure, SameSite=Strict, for its own path', async () => {
    await freshTable()
    const { reply } = await t.joinTable(tenant)
    const cookie = reply.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(
      /^__Secure-rt-guest=[\w-]{43}; Max-Age=\d+; Path=\/api\/customer\/auth; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(JSON.stringify(reply.body)).not.toContain(cookie.slice('__Secure-rt-guest='.length).split(';')[0])
  })

  test('lets a friend in with the join code, and makes one without it wait', async () => {
    await freshTable()
    const host = await t.joinTable(tenant)
    const friend = await t.joinTable(tenant, 0, 'Leo', await joinCode(host.token))
    const stranger = await t.joinTable(tenant, 0, 'Sam')
    expect(friend).toMatchObject({ guestState: 'active', isHost: false, sessionId: host.sessionId })
    expect(stranger).toMatchObject({ guestState: 'pending', isHost: false, sessionId: host.sessionId })
  })

  test('at the same moment by eight phones opens exactly one session, with one host', async () => {
    await freshTable()
    const joined = await Promise.all(
      Array.from({ length: 8 }, (_, n) => t.joinTable(tenant, 0, `Guest ${n}`)),
    )
    expect(joined.map(({ reply }) => reply.status)).toEqual(Array(8).fill(201))
    expect(new Set(joined.map(({ sessionId }) => sessionId)).size).toBe(1)
    expect(joined.filter(({ isHost }) => isHost)).toHaveLength(1)
    expect(joined.filter(({ guestState }) => guestState === 'pending')).toHaveLength(7)
    expect(await openSessions()).toHaveLength(1)
  })

  test('by a phone that loses the race to open the table makes it wait at the session of the winner', async () => {
    await freshTable()
    const table = await findTable(t.deps, {
      branchSlug: tenant.slug,
      tableCode: tenant.tables[0]?.code ?? '',
    })
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    const { promise: entered, resolve: hasEntered } = Promise.withResolvers<string>()
    const winner = t.deps.gateway.run({ kind: 'public', ...table }, async (tx) => {
      hasEntered((await enterSession(tx, table, new Date())).session.id)
      await released
    })
    const sessionId = await entered
    const loser = t.joinTable(tenant)
    const waits = () =>
      t.database`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    await vi.waitFor(async () => expect(await waits()).toHaveLength(1), { timeout: 5_000 })
    release()
    await winner
    expect(await loser).toMatchObject({ sessionId, guestState: 'pending', isHost: false })
  })

  test('frees a table whose session lapsed, closes that session and ends the access of its guests', async () => {
    await freshTable()
    const gone = await t.joinTable(tenant)
    await ageSession(tableSession.lapseSeconds)
    const next = await t.joinTable(tenant, 0, 'Leo')
    expect(next).toMatchObject({ guestState: 'active', isHost: true })
    expect(next.sessionId).not.toBe(gone.sessionId)
    expect(await seeTable(gone.token)).toMatchObject({ code: 'TOKEN_REVOKED' })
    expect(await openSessions()).toHaveLength(1)
  })

  test('at the same moment at a lapsed table opens exactly one new session', async () => {
    await freshTable()
    await t.joinTable(tenant)
    await ageSession(tableSession.lapseSeconds)
    const joined = await Promise.all([1, 2, 3, 4].map((n) => t.joinTable(tenant, 0, `Guest ${n}`)))
    expect(joined.filter(({ isHost }) => isHost)).toHaveLength(1)
    expect(await openSessions()).toHaveLength(1)
  })

  test('never frees a table that has ordered, however long ago', async () => {
    await freshTable()
    const host = await t.joinTable(tenant)
    await ageSession(10 * tableSession.lapseSeconds)
    await t.deps.gateway.run(asStaff(), ({ db }) =>
      db.update(tableSessions).set({ lastOrderAt: new Date().toISOString() }),
    )
    expect(await t.joinTable(tenant, 0, 'Leo')).toMatchObject({
      guestState: 'pending',
      sessionId: host.sessionId,
    })
  })

  test('with a wrong join code is refused, and the fifth miss replaces the code', async () => {
    await freshTable()
    const host = await t.joinTable(tenant)
    const first = await joinCode(host.token)
    for (let miss = 1; miss <= code.joinMisses; miss += 1) {
      expect(await joinCode(host.token)).toBe(first)
      const { reply } = await t.joinTable(tenant, 0, 'Eve', wrongCode(first))
      expect(reply).toMatchObject({ status: 403, body: { code: 'JOIN_CODE_INVALID' } })
      expect(reply.headers.has('set-cookie')).toBe(false)
    }
    const second = await joinCode(host.token)
    expect(second).not.toBe(first)
    expect((await t.joinTable(tenant, 0, 'Eve', first)).reply.status).toBe(403)
    expect(await t.joinTable(tenant, 0, 'Leo', second)).toMatchObject({ guestState: 'active' })
  })

  test('does not let a waiting crowd keep out a friend who knows the code', async () => {
    await freshTable()
    const host = await t.joinTable(tenant)
    const { organizationId, branchId } = tenant
    const crowd = Array.from({ length: tableSession.maxGuests }, (_, n) => ({
      id: crypto.randomUUID(),
      organizationId,
      branchId,
      sessionId: host.sessionId,
      name: 'Bot',
      state: 'pending' as const,
      colour: n + 1,
    }))
    await t.deps.gateway.run(asStaff(), ({ db }) => db.insert(guests).values(crowd))
    const path = `/api/customer/${tenant.slug}/${tenant.tables[0]?.code}/check-session`
    expect((await t.call('GET', path)).body).toEqual({ hasSession: true, joinable: false })
    expect((await t.joinTable(tenant, 0, 'One more')).reply).toMatchObject({
      status: 409,
      body: { code: 'STATE_INVALID' },
    })
    const friend = await t.joinTable(tenant, 0, 'Leo', await joinCode(host.token))
    expect(friend).toMatchObject({ guestState: 'active' })
  })

  test.each([
    ['no name', {}, 'VALIDATION_FAILED', 'name'],
    ['an empty name', { name: '  ' }, 'VALIDATION_FAILED', 'name'],
    ['a name of 41 characters', { name: 'x'.repeat(41) }, 'VALIDATION_FAILED', 'name'],
    ['a state of their own choosing', { name: 'Eve', guestState: 'active' }, 'UNKNOWN_FIELD', 'guestState'],
    ['a session of their own choosing', { name: 'Eve', sessionId: 'x' }, 'UNKNOWN_FIELD', 'sessionId'],
  ])('with %s is refused and opens nothing', async (_, json, expected, field) => {
    const path = await freshTable()
    const { status, body } = await t.call('POST', `${path}/sessions`, { json })
    expect({ status, code: body.code }).toEqual({ status: 400, code: expected })
    expect(body.errors).toEqual([expect.objectContaining({ field })])
    expect(await openSessions()).toEqual([])
  })
})
