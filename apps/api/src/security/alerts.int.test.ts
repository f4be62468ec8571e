import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAccessTokens, signatureHeader, uuidv7, verifyWebhook } from '@repo/auth'
import { audit } from '@repo/config/limits'
import { type SecurityEventKind, securityEvents } from '@repo/schemas/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { createTestApp, type TestApp, webOrigin } from '../testing/test-app.ts'
import type { Alert } from './alert.ts'
import { sendSafely, targetPolicy } from './send-safely.ts'

type Entry = { kind: SecurityEventKind; payload: Record<string, unknown>; actor: string; requestId: string }

let t: TestApp
let twin: TestApp
let tenant: Tenant
let alerts: Alert[]
beforeAll(async () => {
  const trusting = { TRUSTED_PROXIES: '127.0.0.1' }
  t = await createTestApp(trusting)
  twin = await createTestApp({ ...trusting, DATABASE_URL: t.env.DATABASE_URL })
  tenant = await t.createTenant()
})
beforeEach(async () => {
  alerts = []
  for (const { deps } of [t, twin]) {
    await deps.tally.flush()
    deps.alert = (alert) => void alerts.push(alert)
  }
  await t.admin`truncate journal_entries, journal_streams`
})
afterAll(async () => {
  await twin.close()
  await t.close()
})

const recorded = async (kind: SecurityEventKind) => {
  for (const { deps } of [t, twin]) await deps.tally.flush()
  const entries = await t.admin<Entry[]>`
    select kind, payload, actor, request_id as "requestId" from journal_entries where kind = ${kind} order by seq`
  for (const { payload } of entries) expect(securityEvents[kind].parse(payload)).toEqual(payload)
  return [...entries]
}
const from = (address: string) => ({ 'x-forwarded-for': address })
const ask = (token: string, address = '192.0.2.1', app = t) =>
  app.call('GET', '/api/auth/me', { token, headers: from(address) })
/** Looks up a sticker with an extra field that claims a right. */
const claimRole = (address = '192.0.2.1', app = t) =>
  app.call('POST', `/api/customer/${tenant.slug}/${tenant.tables[0]?.code}/sessions`, {
    json: { name: 'Mara', role: 'owner' },
    headers: from(address),
  })

describe('a token that was refused', () => {
  const foreign = createAccessTokens({
    current: 'Qm4xT9vB2nR7wL5pZ8hC3jF6dG1sAeUiOqWtNzXrKyPlMvHbJcDgEfYk',
    previous: [],
    lifetimeSeconds: 60,
  })
  const claims = () => ({ audience: 'staff', subject: uuidv7(), familyId: uuidv7() }) as const

  test('because we did not sign it is recorded once per network and window, with the first request and their number', async () => {
    const { accessToken } = await foreign.issue(claims())
    const first = await ask(accessToken)
    await ask(accessToken.slice(0, -3))
    await ask('made.up.token')
    await ask('made.up.token', '198.51.100.7')
    const entries = await recorded('auth.token_rejected')
    expect(entries.map(({ payload }) => payload.count)).toEqual([3, 1])
    expect(entries[0]).toMatchObject({ requestId: first.body.requestId, payload: { route: '/api/auth/me' } })
    expect(JSON.stringify(entries)).not.toMatch(/192\.0|198\.51|made\.up/)
  })

  test('because it has expired, or because there is none, is not', async () => {
    const old = createAccessTokens({
      current: t.env.JWT_SECRET,
      previous: [],
      lifetimeSeconds: 60,
      now: () => Date.now() - 3_600_000,
    })
    const { accessToken } = await old.issue(claims())
    expect((await ask(accessToken)).body.code).toBe('TOKEN_EXPIRED')
    await t.call('GET', '/api/auth/me')
    expect(await recorded('auth.token_rejected')).toEqual([])
  })
})

describe('refused input', () => {
  test('that looks like an attack is recorded by what it looked like, and none of it is kept', async () => {
    const { body } = await claimRole()
    await t.call('POST', '/api/auth/login', {
      json: '{"email":"a@b.test","password":"x","__proto__":{"zebra":1}}',
      headers: { ...from('192.0.2.2'), origin: webOrigin },
    })
    await t.call('GET', '/api/media/..%2f..%2fzebra', { headers: from('192.0.2.3') })
    await t.call('GET', `/api/nothing?q=zebra'%20or%20'1'='1`, { headers: from('192.0.2.4') })
    const entries = await recorded('input.suspicious')
    expect(entries.map(({ payload }) => payload.sign)).toEqual([
      'privileged_field',
      'prototype_key',
      'traversal',
      'injection',
    ])
    expect(entries[0]?.requestId).toBe(body.requestId)
    expect(JSON.stringify(entries)).not.toMatch(/zebra|192\.0/)
  })

  test('that is merely a mistake is not recorded', async () => {
    await t.call('POST', '/api/auth/login', { json: { emial: 'a' }, headers: { origin: webOrigin } })
    await t.call('GET', '/api/nothing')
    await t.call('GET', '/api/branches/x/orders')
    expect(await recorded('input.suspicious')).toEqual([])
  })
})

describe('bad input from one network', () => {
  const { count, windowSeconds } = audit.badInputAlert

  test('alerts at the twentieth request, not at the nineteenth, and once in its window', async () => {
    for (let n = 1; n < count; n++) await claimRole()
    await t.deps.tally.flush()
    expect(alerts).toEqual([])
    for (let n = 0; n < 3 * count; n++) await claimRole()
    await t.deps.tally.flush()
    expect(alerts).toMatchObject([{ kind: 'bad_input', windowSeconds }])
    expect(await recorded('alert.bad_input')).toHaveLength(1)
  })

  test('alerts without waiting for the window to end', async () => {
    for (let n = 0; n < count; n++) await claimRole('192.0.2.20')
    await expect.poll(() => alerts.length).toBe(1)
    expect(alerts[0]?.count).toBe(count)
  })

  test('that comes to two processes is added up and alerts once; another network is counted separately', async () => {
    for (let n = 0; n < count / 2; n++) {
      await claimRole('192.0.2.30', t)
      await claimRole('192.0.2.30', twin)
      if (n > 0) await claimRole('192.0.2.31', n % 2 ? t : twin)
    }
    await Promise.all([t.deps.tally.flush(), twin.deps.tally.flush()])
    expect(alerts).toMatchObject([{ kind: 'bad_input', count }])
    expect(await recorded('alert.bad_input')).toHaveLength(1)
  })
})

describe('failed sign-ins', () => {
  const fail = (email: string, address: string, app = t) =>
    app.call('POST', '/api/auth/login', {
      json: { email, password: 'not-the-Password-1' },
      headers: { ...from(address), origin: webOrigin },
    })

  test('to an owner’s account alert at the third, wherever they come from, and once', async () => {
    const { email, userId } = await t.signInAs(tenant, 'owner')
    await fail(email, '192.0.2.1')
    await fail(email, '198.51.100.1', twin)
    expect(alerts).toEqual([])
    await Promise.all([1, 2, 3, 4].map((n) => fail(email, `203.0.${n}.1`, n % 2 ? t : twin)))
    expect(alerts).toMatchObject([{ kind: 'owner_failures', userId, count: 3 }])
    expect(await recorded('alert.owner_failures')).toHaveLength(1)
  })

  test('to other accounts, and to those of several owners, do not', async () => {
    const { email } = await t.signInAs(tenant, 'waiter')
    const owners = await Promise.all([1, 2, 3].map(() => t.signInAs(tenant, 'owner')))
    for (const n of [1, 2, 3, 4]) await fail(email, `192.0.${n}.1`)
    for (const owner of owners) await fail(owner.email, '192.0.2.1')
    expect(alerts).toEqual([])
  })
})

describe('an alert', () => {
  const secret = 'w7Kq3Zt9Xm5Rb1Yc8Hn4Vd6Lp2Jg0FsTaEuIoQrWxNzPvBkMlChDjGfS'
  const alert: Alert = { kind: 'bad_input', network: 'n'.repeat(22), count: 20, windowSeconds: 300 }
  const got: { body: Buffer; signature: string }[] = []
  let answer = 204
  const receiver = createServer(async (request, response) => {
    got.push({
      body: Buffer.concat(await request.toArray()),
      signature: String(request.headers[signatureHeader]),
    })
    response.writeHead(answer).end()
  })
  let lines: string[]
  let a: TestApp
  beforeAll(async () => {
    receiver.listen(0, '127.0.0.1')
    await once(receiver, 'listening')
    a = await createTestApp(
      { DATABASE_URL: t.env.DATABASE_URL },
      { destination: { write: (line: string) => void lines.push(line) } },
    )
    const { port } = receiver.address() as AddressInfo
    a.deps.env = {
      ...a.env,
      ALERT_EMAIL: 'ops@example.test',
      ALERT_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
      ALERT_WEBHOOK_SECRET: secret,
    }
    a.deps.outgoingHttp = sendSafely({
      ...targetPolicy('production'),
      schemes: ['http:'],
      ports: 'any',
      isAllowed: (address) => address === '127.0.0.1',
    })
  })
  beforeEach(() => {
    lines = []
    got.length = 0
  })
  afterAll(async () => {
    receiver.close()
    await a.close()
  })

  test('is written to the log, mailed, and posted with a signature', async () => {
    a.deps.alert(alert)
    await a.deps.background.settled()
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { alert: 'bad_input', count: 20, level: 'error' },
    ])
    expect(a.deps.senders.outbox?.messages()).toMatchObject([
      { to: 'ops@example.test', subject: expect.stringMatching(/^RestAI: 20 requests .+ \/ 20 solicitudes/) },
    ])
    expect(got).toHaveLength(1)
    const { body = Buffer.alloc(0), signature = '' } = got[0] ?? {}
    const nowSeconds = Math.floor(Date.now() / 1_000)
    expect(verifyWebhook({ header: signature, body, secrets: [secret], nowSeconds }).ok).toBe(true)
    expect(JSON.parse(body.toString())).toMatchObject({ kind: 'alert.bad_input', data: { count: 20 } })
  })

  test('that its receiver refuses stays in the log and harms nothing', async () => {
    answer = 500
    a.deps.alert(alert)
    await a.deps.background.settled()
    answer = 204
    expect(lines.join('')).toContain('"alert":"bad_input"')
    expect(lines.join('')).toContain('answered 500')
    expect(lines.join('')).not.toContain(secret)
  })

  test('of every kind has texts in both languages that fit a subject line', async () => {
    const others: Alert[] = [
      { kind: 'failed_logins', count: 100, windowSeconds: 300 },
      { kind: 'owner_failures', userId: uuidv7(), count: 3, windowSeconds: 900 },
    ]
    for (const other of others) a.deps.alert(other)
    await a.deps.background.settled()
    const subjects = a.deps.senders.outbox?.messages().map(({ subject }) => subject) ?? []
    for (const words of ['100 failed', '100 intentos', '3 failed', '3 intentos'])
      expect(subjects.join('|')).toContain(words)
  })
})
