import { rateLimit } from '@repo/config/limits'
import { organizationEvents, type SecurityEventKind, securityEvents } from '@repo/schemas/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { createTestApp, type TestApp, testPassword, webOrigin } from '../testing/test-app.ts'
import type { Alert } from './alert.ts'

type Entry = { seq: number; kind: string; payload: Record<string, unknown>; actor: string; requestId: string }

let t: TestApp
let tenant: Tenant
let alerts: Alert[]
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
  t.deps.alert = (alert) => void alerts.push(alert)
})
beforeEach(async () => {
  alerts = []
  await t.admin`truncate journal_entries, journal_streams`
})
afterAll(() => t.close())

const read = (stream: string) => t.admin<Entry[]>`
  select seq, kind, payload, actor, request_id as "requestId" from journal_entries where stream = ${stream} order by seq`
const security = async () => [...(await read('platform'))]
const audited = async () => [...(await read(`organization:${tenant.organizationId}`))]
const kinds = (entries: Entry[]) => entries.map(({ kind }) => kind)

const origin = { origin: webOrigin }
const logIn = (email: string, password: string) =>
  t.call('POST', '/api/auth/login', { json: { email, password }, headers: origin })
const cookieOf = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? ''
const renew = (cookie: string, attemptId: string) =>
  t.call('POST', '/api/auth/refresh', { json: { attemptId }, headers: { ...origin, cookie } })

test('a sign-in, a replayed token and a sign-out are each recorded once, as the catalogue says', async () => {
  const { email, userId } = await t.signInAs(tenant, 'owner')
  const first = cookieOf((await logIn(email, testPassword)).headers)
  const second = cookieOf((await renew(first, crypto.randomUUID())).headers)
  await renew(second, crypto.randomUUID())
  expect((await renew(first, crypto.randomUUID())).body.code).toBe('TOKEN_REUSE')
  const other = cookieOf((await logIn(email, testPassword)).headers)
  await t.call('POST', '/api/auth/logout', { headers: { ...origin, cookie: other } })

  const entries = await security()
  expect(kinds(entries)).toEqual(['auth.login_ok', 'token.reuse', 'auth.login_ok', 'auth.logout'])
  expect(entries[0]).toMatchObject({ actor: `user:${userId}`, payload: { userId } })
  for (const { kind, payload } of entries)
    expect(securityEvents[kind as SecurityEventKind].safeParse(payload).success, kind).toBe(true)
})

test('failed sign-ins are recorded for accounts that exist and that do not, without the e-mail, and a lock once', async () => {
  const { email, userId } = await t.signInAs(tenant, 'waiter')
  for (let n = 0; n < 8; n++) await logIn(email, 'not-the-Password-1')
  await logIn('nobody@example.test', 'not-the-Password-1')
  const entries = await security()
  expect(kinds(entries)).toEqual([
    ...Array.from({ length: 5 }, () => 'auth.login_failed'),
    'auth.lockout',
    'auth.login_failed',
  ])
  expect(entries.map(({ payload }) => payload.userId)).toEqual([...Array(6).fill(userId), null])
  expect(JSON.stringify(entries)).not.toMatch(/@|example|127\.0\.0\.1|Password/)
})

test('each 403 is recorded once under its request id, and nothing else is', async () => {
  const { token, userId } = await t.signInAs(tenant, 'kitchen')
  const refused = await t.call('GET', `/api/branches/${tenant.branchId}/staff`, { token })
  const foreign = await t.call('POST', '/api/auth/login', {
    json: {},
    headers: { origin: 'https://evil.example' },
  })
  await t.call('GET', `/api/branches/${tenant.branchId}/staff`)
  await t.call('GET', '/api/nothing')
  expect([refused.status, foreign.status]).toEqual([403, 403])
  expect(await security()).toMatchObject([
    {
      kind: 'access.denied',
      requestId: refused.body.requestId,
      actor: `user:${userId}`,
      payload: {
        ...{ code: 'FORBIDDEN', actorKind: 'staff', method: 'GET' },
        ...{ route: '/api/branches/:branchId/staff', network: expect.stringMatching(/^[\w-]{22}$/) },
      },
    },
    {
      kind: 'access.denied',
      requestId: foreign.body.requestId,
      actor: 'anyone',
      payload: {
        ...{ code: 'ORIGIN_NOT_ALLOWED', actorKind: 'anyone', method: 'POST' },
        route: '/api/auth/login',
      },
    },
  ])
})

test('a flood of refusals from one sender does not fill the journal', async () => {
  const { token } = await t.signInAs(tenant, 'kitchen')
  for (let n = 0; n < 200; n++) await t.call('GET', `/api/branches/${tenant.branchId}/staff`, { token })
  const recorded = (await security()).length
  // The limit of a hundred, and what becomes free again while the two hundred are sent.
  expect(recorded).toBeGreaterThanOrEqual(100)
  expect(recorded).toBeLessThan(150)
})

test('a new price, a new sticker, a closed table and a new colleague are on the organization’s record', async () => {
  const { token } = await t.signInAs(tenant, 'owner')
  const branch = `/api/branches/${tenant.branchId}`
  const dish = tenant.dishes.soup
  const edit = await t.call('PATCH', `${branch}/menu/dishes/${dish}`, {
    token,
    json: { version: 1, priceMinor: 2_600 },
  })
  await t.call('PATCH', `${branch}/menu/dishes/${dish}`, {
    token,
    json: { version: edit.body.version, priceMinor: 2_600 },
  })
  await t.call('POST', `${branch}/tables/${tenant.tables[1]?.id}/rotate-code`, { token })
  const { sessionId } = await t.joinTable(tenant)
  await t.call('POST', `${branch}/table-sessions/${sessionId}/close`, { token })
  const json = {
    name: 'Ana',
    email: 'ana@example.test',
    password: testPassword,
    role: 'waiter',
    allBranches: false,
  }
  await t.call('POST', `${branch}/staff`, { token, json })
  const entries = await audited()
  expect(kinds(entries)).toEqual([
    'menu.price_changed',
    'table.code_rotated',
    'session.closed',
    'staff.created',
  ])
  expect(entries[0]?.payload).toEqual({
    branchId: tenant.branchId,
    dishId: dish,
    fromMinor: 2_500,
    toMinor: 2_600,
  })
  for (const { kind, payload } of entries)
    expect(organizationEvents[kind as keyof typeof organizationEvents].safeParse(payload).success, kind).toBe(
      true,
    )
})

/** Failures as another process would have recorded them. */
const failed = (count: number, minutesAgo = 0) => t.admin`
  insert into journal_entries (stream, seq, epoch, kind, payload, actor, request_id, at, hash)
  select 'platform', -n - ${minutesAgo}::int * 1000, 1, 'auth.login_failed', '{}', 'anyone', '1', now() - make_interval(mins => ${minutesAgo}), ''
  from generate_series(1, ${count}::int) n`

test('the hundredth failed sign-in in five minutes alerts, the ninety-ninth does not, and the next ones are silent', async () => {
  await failed(60, 6)
  await failed(98)
  await logIn('a@example.test', 'not-the-Password-1')
  expect(alerts).toEqual([])
  await logIn('b@example.test', 'not-the-Password-1')
  expect(alerts).toEqual([{ kind: 'failed_logins', count: 100, windowSeconds: 300 }])
  await logIn('c@example.test', 'not-the-Password-1')
  expect(alerts).toHaveLength(1)
  expect(kinds(await security()).filter((kind) => kind === 'alert.failed_logins')).toHaveLength(1)
})

test('failures that arrive together, over two processes, alert once', async () => {
  await failed(95)
  const second = await createTestApp({ DATABASE_URL: t.env.DATABASE_URL })
  second.deps.alert = t.deps.alert
  const apps = [t, second]
  await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      apps[n % 2]?.call('POST', '/api/auth/login', {
        json: { email: `p${n}@example.test`, password: 'not-the-Password-1' },
        headers: origin,
      }),
    ),
  )
  await second.close()
  expect(alerts).toHaveLength(1)
})

test('a journal that cannot be written to does not change a refusal', async () => {
  await t.admin`revoke execute on function app.append_journal from restai_app`
  const { status, body } = await logIn('d@example.test', 'not-the-Password-1')
  await t.admin`grant execute on function app.append_journal to restai_app`
  expect({ status, code: body.code }).toEqual({ status: 401, code: 'CREDENTIALS_INVALID' })
})

test('refusals of one network are recorded up to a maximum, however many guests join from it', async () => {
  const at = await t.createTenant()
  await t.joinTable(at)
  const { max } = rateLimit.refusalRecord
  for (let guests = 0; guests < 3; guests += 1) {
    const { token } = await t.joinTable(at, 0, 'Another')
    for (let n = 0; n < max / 2; n += 1) await t.call('GET', `/api/customer/orders/${at.branchId}`, { token })
  }
  const recorded = (await security()).filter(({ payload }) => payload.actorKind === 'guest')
  expect(recorded.length).toBeLessThanOrEqual(max)
  expect(recorded.length).toBeGreaterThan(max / 2)
})
