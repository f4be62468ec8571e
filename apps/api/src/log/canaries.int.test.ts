import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { declarationOf } from '../http/endpoint.ts'
import type { Tenant } from '../testing/create-tenant.ts'
import { createTestApp, type TestApp, testPassword, webOrigin } from '../testing/test-app.ts'

/** One of each kind of secret, as it would really look, and unique enough to be recognised anywhere. */
const canaries: Record<string, string> = {
  password: 'Quokka-lantern-77-velvet',
  accessToken: 'eyJjYW5hcnkiOiJ6ZWJyYTEifQ.eyJzdWIiOiJ6ZWJyYS1jYW5hcnkifQ.emVicmEtY2FuYXJ5LXNpZ25hdHVyZQ',
  refreshToken: 'ZebraCanaryRefresh0123456789abcdefghijklmno',
  apiKey: 'sk_live_ZebraCanaryKey0123456789',
  otp: '730951',
  email: 'zebra.canary@diner.example',
  phone: '+51 987 730 951',
  card: '4111 1111 1111 1111',
  tableCode: 'ZEBRACANARYX',
  secret: 'zebra-canary-client-secret-value-0123456789',
}
const injected = '\r\n{"level":"info","msg":"zebra-forged"}\n'

let written: string[]
let t: TestApp
let tenant: Tenant
let tokens: (string | undefined)[]
beforeAll(async () => {
  t = await createTestApp({}, { destination: { write: (line: string) => void written.push(line) } })
  written = []
  tenant = await t.createTenant()
  const owner = await t.signInAs(tenant, 'owner')
  const kitchen = await t.signInAs(tenant, 'kitchen')
  const guest = await t.joinTable(tenant)
  tokens = [undefined, canaries.accessToken, owner.token, kitchen.token, guest.token]
})
beforeEach(() => {
  written = []
})
afterAll(() => t.close())

const routes = () =>
  t.app.routes.filter(({ method, handler }) => method !== 'ALL' && declarationOf(handler) !== undefined)
const headers = {
  origin: webOrigin,
  cookie: ['__Secure-rt-staff', '__Secure-rt-guest', '__Secure-rt-device', 'session']
    .map((name) => `${name}=${canaries.refreshToken}`)
    .join('; '),
  'x-api-key': `${canaries.apiKey}`,
  'x-forwarded-for': `${canaries.email}`,
  'user-agent': `phone ${canaries.phone} ${canaries.card}`,
  'idempotency-key': `${canaries.secret}`,
  'last-event-id': `${canaries.tableCode}`,
}
const body = {
  ...canaries,
  [`${canaries.email}`]: 1,
  nested: [{ deeper: { ...canaries, text: `${Object.values(canaries)}${injected}` } }],
}
const query = new URLSearchParams({ ...canaries, text: injected }).toString()

/** Sends every canary by every way into a route, and returns what came back when that was a refusal. */
async function send(method: string, template: string, token: string | undefined): Promise<string[]> {
  const own = template.replace(':branchId', tenant.branchId).replace(':branchSlug', tenant.slug)
  const paths = [
    own.replaceAll(/:\w+/g, `${canaries.tableCode}`),
    own.replaceAll(/:\w+/g, crypto.randomUUID()),
  ]
  const errors: string[] = []
  for (const path of [...paths, `${paths[0]}?${query}`]) {
    const json = method === 'GET' ? undefined : body
    const reply = await t.call(method, path, { headers, ...(token && { token }), ...(json && { json }) })
    if (reply.status >= 400) errors.push(JSON.stringify(reply.body))
  }
  return errors
}

const leaksIn = (text: string) =>
  Object.entries(canaries).flatMap(([kind, value]) => (text.includes(value) ? [kind] : []))
function expectNoLeak(errors: string[]): void {
  const log = written.join('')
  expect(leaksIn(log)).toEqual([])
  expect(leaksIn(errors.join(''))).toEqual([])
  for (const line of log.trimEnd().split('\n')) expect(() => JSON.parse(line), line).not.toThrow()
  expect(log).not.toContain('"msg":"zebra-forged"')
}

test('no secret of any kind that is sent to any route gets into the log or into an error', async () => {
  const errors: string[] = []
  for (const { method, path, handler } of routes()) {
    // An admitted stream does not end by itself.
    const senders = declarationOf(handler)?.returns === 'event-stream' ? tokens.slice(0, 2) : tokens
    for (const token of senders) errors.push(...(await send(method, path, token)))
  }
  expect(errors.length).toBeGreaterThan(routes().length * 3)
  expect(written.length).toBeGreaterThan(errors.length)
  expectNoLeak(errors)
})

test('a refresh cookie that is unknown does not get into the log or an error either', async () => {
  const attemptId = crypto.randomUUID()
  const replies = [
    await t.call('POST', '/api/auth/refresh', { headers, json: { attemptId } }),
    await t.call('POST', '/api/customer/auth/refresh', { headers, json: { attemptId } }),
    await t.call('POST', '/api/devices/verify', { headers, json: { deviceId: attemptId, attemptId } }),
  ]
  expect(replies.map(({ body }) => body.code)).toEqual([
    ...['TOKEN_INVALID', 'TOKEN_INVALID'],
    'LICENSE_NOT_ACTIVATED',
  ])
  expectNoLeak(replies.map(({ body }) => JSON.stringify(body)))
})

test('nothing that was sent gets into the journal, whose entries say only who, what and how often', async () => {
  await t.deps.tally.flush()
  const entries = await t.admin<{ text: string; kind: string }[]>`
    select to_jsonb(j)::text as text, kind from journal_entries j`
  const kinds = new Set(entries.map(({ kind }) => kind))
  for (const kind of ['access.denied', 'auth.token_rejected']) expect(kinds).toContain(kind)
  expect(leaksIn(entries.map(({ text }) => text).join('\n'))).toEqual([])
  expect(entries.map(({ text }) => text).join('')).not.toContain('zebra-forged')
})

test('a valid request to a broken database leaks nothing either: its answer is INTERNAL and the request id alone', async () => {
  await t.admin`revoke all on users, memberships, dishes, guests, table_sessions from restai_app`
  const owner = tokens[2] ?? ''
  const branch = `/api/branches/${tenant.branchId}`
  const person = {
    name: 'Zebra',
    email: `${canaries.email}`,
    password: `${canaries.password}`,
    role: 'waiter',
    allBranches: false,
  }
  const replies = [
    await t.call('POST', `${branch}/staff`, { token: owner, json: person }),
    await t.call('GET', `${branch}/staff`, { token: owner }),
    await t.call('PATCH', `${branch}/menu/dishes/${tenant.dishes.soup}`, {
      token: owner,
      json: { version: 1, priceMinor: 100 },
    }),
    await t.call('POST', `/api/customer/${tenant.slug}/${tenant.tables[1]?.code}/sessions`, {
      json: { name: `${canaries.otp}` },
    }),
  ]
  await t.admin`grant select, insert, update on memberships, dishes, guests, table_sessions to restai_app`
  await t.admin`grant select (id, email, name, disabled_at, created_at), insert on users to restai_app`
  for (const { status, body } of replies) {
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'INTERNAL' })
    expect(Object.keys(body).toSorted()).toEqual(['code', 'requestId', 'status', 'title', 'type'])
    expect(JSON.stringify(body).length).toBeLessThan(300)
    const [line] = written.filter(
      (entry) => entry.includes(String(body.requestId)) && entry.includes('"stack"'),
    )
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      level: 'error',
      err: { stack: expect.stringContaining('.ts') },
    })
    const answered = written
      .map((entry) => JSON.parse(entry) as Record<string, unknown>)
      .find((entry) => entry.requestId === body.requestId && entry.status === 500)
    expect(answered).toMatchObject({
      method: expect.stringMatching(/^[A-Z]+$/),
      route: expect.stringMatching(/^\/api\/.*:/),
    })
  }
  expectNoLeak(replies.map(({ body }) => JSON.stringify(body)))
  expect(written.join('')).not.toMatch(/argon2|Quokka/)
})

test('a thrown value that is not an error, and a closed pool, are INTERNAL too, and the process goes on', async () => {
  const throwing = createApp(t.deps)
  throwing.get('/api/throws', () => {
    // A library may throw anything.
    throw canaries
  })
  const broken = await createTestApp()
  await broken.database.end()
  const replies = [
    { body: (await (await throwing.request('/api/throws')).json()) as Record<string, unknown> },
    await broken.call('GET', `/api/customer/${tenant.slug}/menu`),
  ]
  await broken.testDatabase.drop()
  broken.deps.hub.close()
  expect(replies.map(({ body }) => body.code)).toEqual(['INTERNAL', 'INTERNAL'])
  const thrown = written.find((line) => line.includes('is not an error was thrown'))
  expect(JSON.parse(thrown ?? '{}')).toMatchObject({ requestId: replies[0]?.body.requestId, level: 'error' })
  expectNoLeak(replies.map(({ body }) => JSON.stringify(body)))
  expect((await t.call('GET', '/health')).status).toBe(200)
})

test('a sign-in, right or wrong, leaves neither e-mail nor password in the log', async () => {
  const { email } = await t.signInAs(tenant, 'waiter')
  for (const password of [testPassword, 'Wrong-zebra-42-password'])
    await t.call('POST', '/api/auth/login', { json: { email, password }, headers: { origin: webOrigin } })
  expect(written.join('')).not.toMatch(new RegExp(`${email}|${testPassword}|Wrong-zebra`))
  expect(written.join('')).toContain('auth.login_failed')
})
