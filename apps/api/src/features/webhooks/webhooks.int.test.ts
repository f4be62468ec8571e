import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signatureHeader, verifyWebhook } from '@repo/auth'
import { webhook } from '@repo/config/limits'
import { connect } from '@repo/db'
import { journalEntries } from '@repo/db/schema'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDeps } from '../../create-deps.ts'
import type { Deps } from '../../http/deps.ts'
import { sendSafely, targetPolicy } from '../../security/send-safely.ts'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { startDeliverer } from './start-deliverer.ts'
import { takeDueDeliveries } from './take-due-deliveries.ts'

type Got = { id: string; signature: string; body: Buffer }

let t: TestApp
let tenant: Tenant
let owner: string
let url: string
let answer = 200
let got: Got[] = []
const receiver = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray())
  const { [signatureHeader]: signature, 'webhook-id': id } = request.headers
  got.push({ id: String(id), signature: String(signature), body })
  response.writeHead(answer).end('thank you')
})
/** The test's receiver stands for a public one. */
const toReceiver = sendSafely({
  ...targetPolicy('production'),
  schemes: ['http:'],
  ports: 'any',
  isAllowed: (address) => address === '127.0.0.1',
})

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  t = await createTestApp()
  t.deps.sender = toReceiver
})
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await t.close()
})
beforeEach(async () => {
  answer = 200
  got = []
  await t.admin`delete from webhook_endpoints`
  tenant = await t.createTenant()
  owner = (await t.signInAs(tenant, 'owner')).token
})

const path = (rest = '', branchId = tenant.branchId) => `/api/branches/${branchId}/webhooks${rest}`
const call = (method: string, rest = '', json?: unknown, token = owner) =>
  t.call(method, path(rest), { token, ...(json !== undefined && { json }) })

async function add(kinds = ['order.placed']) {
  const { status, body } = await call('POST', '', { url, kinds })
  expect(status).toBe(201)
  const { webhook: made, secret } = body as { webhook: { id: string }; secret: string }
  return { id: made.id, secret }
}

/** What the branch writes when orders come in. */
const happen = (kind = 'order.placed', count = 1) =>
  t.deps.gateway.run({ kind: 'staff', ...placeOf(tenant), userId: tenant.branchId }, (tx) =>
    tx.append(
      Array.from({ length: count }, (_, n) => ({ audience: 'branch' as const, kind, payload: { n } })),
      { actor: 'test', requestId: 'r' },
    ),
  )
const placeOf = ({ organizationId, branchId }: Tenant) => ({ organizationId, branchId })
const deliver = async (deps: Deps = t.deps, max = 10) => Promise.all(await takeDueDeliveries(deps, max))
const letTimePass = () =>
  t.admin`update webhook_deliveries set next_attempt_at = now() where state = 'pending'`
const deliveries = async (id: string) =>
  (await call('GET', `/${id}/deliveries`)).body.deliveries as Record<string, unknown>[]
const isSignedWith = ({ signature, body }: Got, secret: string) =>
  verifyWebhook({ header: signature, body, secrets: [secret], nowSeconds: Date.now() / 1_000 }).ok

describe('managing webhooks', () => {
  test('shows the secret once, and keeps it sealed', async () => {
    const { id, secret } = await add()
    expect(secret).toMatch(/^whsec_[\w-]{43}$/)
    const list = await call('GET')
    expect(list.body).toEqual({
      webhooks: [{ id, url, kinds: ['order.placed'], state: 'active', createdAt: expect.any(String) }],
    })
    const [row] = await t.admin<
      { text: string }[]
    >`select row_to_json(e)::text as text from webhook_endpoints e`
    expect(row?.text).toContain('sealed')
    expect(row?.text).not.toContain(secret.slice(6))
  })

  test.each(['cashier', 'waiter', 'kitchen'])('is beyond a %s', async (role) => {
    const { id } = await add()
    const { token } = await t.signInAs(tenant, role)
    const refused = [
      await call('GET', '', undefined, token),
      await call('POST', '', { url, kinds: ['order.placed'] }, token),
      await call('PATCH', `/${id}`, { state: 'paused' }, token),
      await call('DELETE', `/${id}`, undefined, token),
      await call('POST', `/${id}/secret`, undefined, token),
      await call('POST', `/${id}/test`, undefined, token),
      await call('GET', `/${id}/deliveries`, undefined, token),
    ]
    expect(refused.map(({ status }) => status)).toEqual(Array(7).fill(403))
    expect(got).toEqual([])
  })

  test('of another restaurant finds nothing', async () => {
    const { id } = await add()
    const other = await t.createTenant()
    const { token } = await t.signInAs(other, 'owner')
    const elsewhere = (method: string, rest: string, json?: unknown) =>
      t.call(method, path(rest, other.branchId), { token, ...(json !== undefined && { json }) })
    const answers = [
      await elsewhere('PATCH', `/${id}`, { state: 'paused' }),
      await elsewhere('DELETE', `/${id}`),
      await elsewhere('POST', `/${id}/secret`),
      await elsewhere('POST', `/${id}/test`),
      await elsewhere('GET', `/${id}/deliveries`),
      await t.call('GET', path(), { token }),
    ]
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(404))
    expect((await elsewhere('GET', '')).body).toEqual({ webhooks: [] })
    expect(got).toEqual([])
  })

  test('ends with its deliveries', async () => {
    const { id } = await add()
    await happen()
    await deliver()
    expect((await call('DELETE', `/${id}`)).status).toBe(200)
    expect((await call('GET', `/${id}/deliveries`)).status).toBe(404)
    expect(await t.admin`select from webhook_deliveries`).toHaveLength(0)
  })

  test('stops there when they are asked for at once as well', async () => {
    const replies = await Promise.all(
      Array.from({ length: webhook.maxEndpoints + 5 }, () =>
        call('POST', '', { url, kinds: ['order.placed'] }),
      ),
    )
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(webhook.maxEndpoints)
  })

  test(`stops at ${webhook.maxEndpoints} for a branch`, async () => {
    for (let made = 0; made < webhook.maxEndpoints; made += 1) await add()
    expect(await call('POST', '', { url, kinds: ['order.placed'] })).toMatchObject({ status: 409 })
  })

  test('is written to the journal of the organization, without the address', async () => {
    const { id } = await add()
    await call('PATCH', `/${id}`, { state: 'paused' })
    await call('POST', `/${id}/secret`)
    await call('DELETE', `/${id}`)
    const stream = `organization:${tenant.organizationId}`
    const entries = await t.deps.gateway.run({ kind: 'relay', stream }, ({ db }) =>
      db.select().from(journalEntries).orderBy(journalEntries.seq),
    )
    const kinds = ['webhook.created', 'webhook.changed', 'webhook.secret_rotated', 'webhook.deleted']
    expect(entries.map(({ kind }) => kind)).toEqual(kinds)
    expect(JSON.stringify(entries)).not.toContain('127.0.0.1')
  })
})

test.each([
  'http://hooks.example.com/',
  'https://localhost/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://[::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1/',
  'https://user:pass@1.1.1.1/',
  'https://1.1.1.1:5432/',
  'https://no-such-name.invalid/',
  'file:///etc/passwd',
  'gopher://1.1.1.1/',
  'not a url',
])('in production %s is refused with 400, when it is added and when it is changed', async (inside) => {
  const { id } = await add()
  t.deps.sender = sendSafely(targetPolicy('production'))
  try {
    const refused = { status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ field: 'url' }] } }
    expect(await call('POST', '', { url: inside, kinds: ['order.placed'] })).toMatchObject(refused)
    expect(await call('PATCH', `/${id}`, { url: inside })).toMatchObject(refused)
  } finally {
    t.deps.sender = toReceiver
  }
})

describe('an event', () => {
  test('of an order that a guest places arrives signed, without names or notes', async () => {
    const { secret } = await add()
    const guest = await t.joinTable(tenant, 0, 'Mara Quispe')
    const placed = await t.call('POST', '/api/customer/orders', {
      token: guest.token,
      headers: { 'idempotency-key': 'first' },
      json: {
        expectedTotalMinor: 2_500,
        lines: [{ dishId: tenant.dishes.soup, quantity: 1, modifiers: [], note: 'no coriander' }],
      },
    })
    expect(placed.status).toBe(201)
    await deliver()
    expect(got).toHaveLength(1)
    const [event] = got as [Got]
    expect(isSignedWith(event, secret)).toBe(true)
    expect(JSON.parse(event.body.toString())).toMatchObject({
      id: event.id,
      kind: 'order.placed',
      branchId: tenant.branchId,
      data: { orderId: placed.body.id, totalMinor: 2_500 },
    })
    expect(event.body.toString()).not.toMatch(/Mara|coriander/)
  })

  test('goes to each webhook that asked for its kind, once, and to no other restaurant', async () => {
    const first = await add(['order.placed', 'order.refused'])
    const second = await add(['order.confirmed'])
    const mine = tenant
    tenant = await t.createTenant()
    owner = (await t.signInAs(tenant, 'owner')).token
    const foreign = await add(['order.placed'])
    tenant = mine
    owner = (await t.signInAs(tenant, 'owner')).token
    await happen('order.placed')
    await happen('order.confirmed')
    await happen('menu.changed')
    await deliver()
    await deliver()
    expect(got.filter((one) => isSignedWith(one, first.secret))).toHaveLength(1)
    expect(got.filter((one) => isSignedWith(one, second.secret))).toHaveLength(1)
    expect(got.filter((one) => isSignedWith(one, foreign.secret))).toHaveLength(0)
    expect(await deliveries(first.id)).toMatchObject([
      { kind: 'order.placed', state: 'delivered', attempts: 1, lastStatus: 200, nextAttemptAt: null },
    ])
  })

  test('from before the webhook was added, or while it was paused, is not sent', async () => {
    await happen()
    const { id } = await add()
    await happen('order.placed')
    await deliver()
    expect(got).toHaveLength(1)
    await call('PATCH', `/${id}`, { state: 'paused' })
    await happen('order.placed', 5)
    await deliver()
    await call('PATCH', `/${id}`, { state: 'active' })
    await deliver()
    expect(got).toHaveLength(1)
    await happen('order.placed')
    await deliver()
    expect(got).toHaveLength(2)
  })

  test('is sent once though two processes look for work at the same time, again and again', async () => {
    const { id } = await add()
    const database = connect({ url: t.env.DATABASE_URL, poolMax: 10 })
    const twin = createDeps({ env: t.env, mode: 'production', database, log: pino({ level: 'silent' }) })
    twin.sender = toReceiver
    const count = 120
    const events = (async () => {
      for (let n = 0; n < count / 10; n += 1) await happen('order.placed', 10)
    })()
    for (let round = 0; round < 200 && got.length < count; round += 1)
      await Promise.all([deliver(t.deps), deliver(twin), deliver(t.deps), deliver(twin)])
    await events
    await Promise.all([deliver(t.deps), deliver(twin)])
    twin.hub.close()
    await database.end()
    expect(got).toHaveLength(count)
    expect(new Set(got.map((one) => one.id)).size).toBe(count)
    const [rows] = await t.admin<{ rows: number }[]>`
      select count(*) as rows from webhook_deliveries where endpoint_id = ${id} and state = 'delivered' and attempts = 1`
    expect(rows?.rows).toBe(count)
  })

  test('is made into one delivery even when a webhook has forgotten how far it came', async () => {
    const { id } = await add()
    const [known] = await t.admin<{ epoch: number; seq: number }[]>`select epoch, seq from webhook_endpoints`
    await happen('order.placed', 3)
    await deliver()
    await t.admin`update webhook_endpoints set ${t.admin(known ?? {})} where id = ${id}`
    await happen('order.placed')
    await deliver()
    expect(got).toHaveLength(4)
    expect(new Set(got.map((one) => one.id)).size).toBe(4)
  })

  test('that another process is just taking is passed over, and what is beside it is not held up', async () => {
    await add()
    await happen('order.placed', 3)
    await t.deps.gateway.lookup`select app.fan_out_webhooks(100, 500)`
    await t.admin.begin(async (sql) => {
      await sql`select from webhook_deliveries where state = 'pending' order by id limit 1 for update`
      const taken = t.deps.gateway.lookup.begin(async (own) => {
        await own`set local lock_timeout = '500ms'`
        return own`select delivery_id from app.claim_webhooks(10, 30)`
      })
      expect(await taken).toHaveLength(2)
    })
  })

  test('that a process took and never sent is sent by the next one after the lease', async () => {
    const { id } = await add()
    await happen()
    await t.deps.gateway.lookup`select app.fan_out_webhooks(100, 500)`
    await t.deps.gateway.lookup`select app.claim_webhooks(10, 30)`
    await deliver()
    expect(got).toHaveLength(0)
    await letTimePass()
    await deliver()
    expect(got).toHaveLength(1)
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2 }])
  })
})

describe('a delivery that fails', () => {
  test.each([500, 404, 302, 307])(
    'with %i is tried again later, with the same bytes and a new signature',
    async (status) => {
      const { id, secret } = await add()
      answer = status
      await happen()
      await deliver()
      await deliver()
      expect(got).toHaveLength(1)
      const [failed] = await deliveries(id)
      expect(failed).toMatchObject({ state: 'pending', attempts: 1, lastStatus: status, lastError: null })
      const waitMs = Date.parse(String(failed?.nextAttemptAt)) - Date.now()
      expect(waitMs).toBeGreaterThan(5_000)
      expect(waitMs).toBeLessThan(15_000)
      answer = 204
      await letTimePass()
      await deliver()
      expect(got).toHaveLength(2)
      expect(got[1]).toMatchObject({ id: got[0]?.id, body: got[0]?.body })
      expect(got.every((one) => isSignedWith(one, secret))).toBe(true)
      expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2, lastStatus: 204 }])
    },
  )

  test('for lack of a connection says so by a code alone', async () => {
    const { id } = await add()
    await t.admin`update webhook_endpoints set url = 'http://127.0.0.1:1/'`
    await happen()
    await deliver()
    expect(await deliveries(id)).toMatchObject([{ lastStatus: null, lastError: 'CONNECTION_FAILED' }])
  })

  test('is refused when the name has come to lead inside since it was added', async () => {
    const { id } = await add()
    t.deps.sender = sendSafely({ ...targetPolicy('production'), schemes: ['http:'], ports: 'any' })
    await happen()
    await deliver()
    t.deps.sender = toReceiver
    expect(got).toHaveLength(0)
    expect(await deliveries(id)).toMatchObject([{ lastStatus: null, lastError: 'ADDRESS_NOT_PUBLIC' }])
  })

  test(`is given up after ${webhook.maxAttempts} tries`, async () => {
    const { id } = await add()
    answer = 500
    await happen()
    for (let tried = 0; tried < webhook.maxAttempts + 2; tried += 1) {
      await deliver()
      await letTimePass()
    }
    expect(got).toHaveLength(webhook.maxAttempts)
    expect(await deliveries(id)).toMatchObject([
      { state: 'failed', attempts: webhook.maxAttempts, nextAttemptAt: null, endedAt: expect.any(String) },
    ])
  })

  test(`${webhook.maxFailures} times in a row leaves the webhook alone until somebody turns it on`, async () => {
    const { id } = await add()
    answer = 500
    await happen('order.placed', webhook.maxFailures + 10)
    for (let round = 0; round < 8; round += 1) await deliver(t.deps, 10)
    expect(got.length).toBeGreaterThanOrEqual(webhook.maxFailures)
    const sent = got.length
    await letTimePass()
    await deliver()
    expect(got).toHaveLength(sent)
    expect((await call('GET')).body).toMatchObject({ webhooks: [{ id, state: 'failing' }] })
    const stream = `organization:${tenant.organizationId}`
    const entries = await t.deps.gateway.run({ kind: 'relay', stream }, ({ db }) =>
      db.select().from(journalEntries),
    )
    expect(entries.filter(({ kind }) => kind === 'webhook.failing')).toHaveLength(1)
    answer = 200
    expect((await call('PATCH', `/${id}`, { state: 'active' })).body).toMatchObject({ state: 'active' })
    await happen()
    await deliver()
    expect(got.length).toBeGreaterThan(sent)
  })

  test('once in a while does not: a success starts the count anew', async () => {
    await add()
    for (const status of [500, 200]) {
      answer = status
      await happen()
      await deliver()
    }
    const [row] = await t.admin<{ failures: number }[]>`select failures from webhook_endpoints`
    expect(row?.failures).toBe(0)
  })
})

describe('a new secret', () => {
  test('signs beside the old one for a day, then alone', async () => {
    const { id, secret: old } = await add()
    const { body } = await call('POST', `/${id}/secret`)
    const fresh = String(body.secret)
    await happen()
    await deliver()
    expect([old, fresh].map((secret) => isSignedWith(got[0] as Got, secret))).toEqual([true, true])
    const now = t.deps.now
    t.deps.now = () => new Date(Date.now() + (webhook.overlapSeconds + 1) * 1_000)
    await happen()
    await deliver()
    t.deps.now = now
    const { signature } = got[1] as Got
    expect(signature.match(/v1=/g)).toHaveLength(1)
  })

  test('made many times over leaves two', async () => {
    const { id } = await add()
    for (let made = 0; made < 5; made += 1) await call('POST', `/${id}/secret`)
    await happen()
    await deliver()
    expect(got[0]?.signature.match(/v1=/g)).toHaveLength(2)
  })

  test('of the installation re-seals what the old one had sealed, and deliveries go on', async () => {
    const { secret } = await add()
    const database = connect({ url: t.env.DATABASE_URL, poolMax: 2 })
    const options = { mode: 'production' as const, database, log: pino({ level: 'silent' }) }
    const [replaced, next] = [
      t.env.JWT_REFRESH_SECRET,
      'k2Jf8Qw5Zs1Xn7Vb4Mc9Lp6Hd3Gt0RyEaUiOoPlKjHgFdSaZxCvBnMqWe',
    ]
    const during = createDeps({
      ...options,
      env: { ...t.env, JWT_REFRESH_SECRET: next, JWT_REFRESH_SECRET_PREVIOUS: [replaced] },
    })
    const after = createDeps({ ...options, env: { ...t.env, JWT_REFRESH_SECRET: next } })
    for (const deps of [during, after]) {
      deps.sender = toReceiver
      await happen()
      await deliver(deps)
      deps.hub.close()
    }
    await database.end()
    expect(got.map((one) => isSignedWith(one, secret))).toEqual([true, true])
  })

  test('that was lost with its key fails by name instead of sending unsigned', async () => {
    const { id } = await add()
    await t.admin`update webhook_endpoints set secrets = '[{"sealed":"AAAA","expiresAt":null}]'`
    await happen()
    await deliver()
    expect(got).toHaveLength(0)
    expect(await deliveries(id)).toMatchObject([{ lastError: 'NO_SECRET' }])
  })
})

describe('a test', () => {
  test('sends a signed ping at once and says how it was answered', async () => {
    const { id, secret } = await add()
    const { status, body } = await call('POST', `/${id}/test`)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { kind: 'ping', state: 'delivered', attempts: 1, lastStatus: 200 },
    })
    expect(got).toHaveLength(1)
    expect(isSignedWith(got[0] as Got, secret)).toBe(true)
  })

  test('that fails is not tried again and does not count against the webhook', async () => {
    const { id } = await add()
    answer = 500
    expect((await call('POST', `/${id}/test`)).body).toMatchObject({ state: 'failed', lastStatus: 500 })
    await letTimePass()
    await deliver()
    expect(got).toHaveLength(1)
    const [row] = await t.admin<{ failures: number }[]>`select failures from webhook_endpoints`
    expect(row?.failures).toBe(0)
  })
})

test('a process delivers by itself, and takes nothing new once it is told to stop', async () => {
  await add()
  const deliverer = startDeliverer(t.deps)
  await happen('order.placed', 15)
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(15)
  await deliverer.stop()
  await happen()
  const [row] = await t.admin<{ rows: number }[]>`select count(*) as rows from webhook_deliveries`
  expect(row?.rows).toBe(15)
})
