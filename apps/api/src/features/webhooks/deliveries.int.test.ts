import { webhook } from '@repo/config/limits'
import { connect } from '@repo/db'
import { journalEntries } from '@repo/db/schema'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createDeps } from '../../create-deps.ts'
import { sendSafely, targetPolicy } from '../../security/send-safely.ts'
import { startDeliverer } from './start-deliverer.ts'
import type { Got } from './testing/start-receiver.ts'
import { isSignedWith, useWebhooks } from './testing/use-webhooks.ts'

const w = useWebhooks()

describe('an event', () => {
  test('of an order that a guest places arrives signed, without names or notes', async () => {
    const { secret } = await w.add()
    const guest = await w.t.joinTable(w.tenant, 0, 'Mara Quispe')
    const placed = await w.t.call('POST', '/api/customer/orders', {
      token: guest.token,
      headers: { 'idempotency-key': 'first' },
      json: {
        expectedTotalMinor: 2_500,
        lines: [{ dishId: w.tenant.dishes.soup, quantity: 1, modifiers: [], note: 'no coriander' }],
      },
    })
    expect(placed.status).toBe(201)
    await w.deliver()
    expect(w.receiver.got).toHaveLength(1)
    const [event] = w.receiver.got as [Got]
    expect(isSignedWith(event, secret)).toBe(true)
    expect(JSON.parse(event.body.toString())).toMatchObject({
      id: event.id,
      kind: 'order.placed',
      branchId: w.tenant.branchId,
      data: { orderId: placed.body.id, totalMinor: 2_500 },
    })
    expect(event.body.toString()).not.toMatch(/Mara|coriander/)
  })

  test('goes to each webhook that asked for its kind, once, and to no other restaurant', async () => {
    const first = await w.add(['order.placed', 'order.refused'])
    const second = await w.add(['order.confirmed'])
    const mine = w.tenant
    await w.enter(await w.t.createTenant())
    const foreign = await w.add(['order.placed'])
    await w.enter(mine)
    await w.happen('order.placed')
    await w.happen('order.confirmed')
    await w.happen('menu.changed')
    await w.deliver()
    await w.deliver()
    expect(w.receiver.got.filter((one) => isSignedWith(one, first.secret))).toHaveLength(1)
    expect(w.receiver.got.filter((one) => isSignedWith(one, second.secret))).toHaveLength(1)
    expect(w.receiver.got.filter((one) => isSignedWith(one, foreign.secret))).toHaveLength(0)
    expect(await w.deliveries(first.id)).toMatchObject([
      { kind: 'order.placed', state: 'delivered', attempts: 1, lastStatus: 200, nextAttemptAt: null },
    ])
  })

  test('from before the webhook was added, or while it was paused, is not sent', async () => {
    await w.happen()
    const { id } = await w.add()
    await w.happen('order.placed')
    await w.deliver()
    expect(w.receiver.got).toHaveLength(1)
    await w.call('PATCH', `/${id}`, { state: 'paused' })
    await w.happen('order.placed', 5)
    await w.deliver()
    await w.call('PATCH', `/${id}`, { state: 'active' })
    await w.deliver()
    expect(w.receiver.got).toHaveLength(1)
    await w.happen('order.placed')
    await w.deliver()
    expect(w.receiver.got).toHaveLength(2)
  })

  test('is sent once although two processes keep looking for work at the same time', async () => {
    const { id } = await w.add()
    const database = connect({ url: w.t.env.DATABASE_URL, poolMax: 10 })
    const twin = createDeps({ env: w.t.env, mode: 'production', database, log: pino({ level: 'silent' }) })
    twin.outgoingHttp = w.receiver.outgoingHttp
    const count = 120
    const events = (async () => {
      for (let n = 0; n < count / 10; n += 1) await w.happen('order.placed', 10)
    })()
    for (let round = 0; round < 200 && w.receiver.got.length < count; round += 1)
      await Promise.all([w.deliver(w.t.deps), w.deliver(twin), w.deliver(w.t.deps), w.deliver(twin)])
    await events
    await Promise.all([w.deliver(w.t.deps), w.deliver(twin)])
    twin.hub.close()
    await database.end()
    expect(w.receiver.got).toHaveLength(count)
    expect(new Set(w.receiver.got.map((one) => one.id)).size).toBe(count)
    const [rows] = await w.t.admin<{ rows: number }[]>`
      select count(*) as rows from webhook_deliveries where endpoint_id = ${id} and state = 'delivered' and attempts = 1`
    expect(rows?.rows).toBe(count)
  })

  test('becomes one delivery even when a webhook has lost its position', async () => {
    const { id } = await w.add()
    const [known] = await w.t.admin<
      { epoch: number; seq: number }[]
    >`select epoch, seq from webhook_endpoints`
    await w.happen('order.placed', 3)
    await w.deliver()
    await w.t.admin`update webhook_endpoints set ${w.t.admin(known ?? {})} where id = ${id}`
    await w.happen('order.placed')
    await w.deliver()
    expect(w.receiver.got).toHaveLength(4)
    expect(new Set(w.receiver.got.map((one) => one.id)).size).toBe(4)
  })

  test('that another process is taking is skipped, and does not hold up the others', async () => {
    await w.add()
    await w.happen('order.placed', 3)
    await w.t.deps.gateway.lookup`select app.fan_out_webhooks(100, 500)`
    await w.t.admin.begin(async (sql) => {
      await sql`select from webhook_deliveries where state = 'pending' order by id limit 1 for update`
      const taken = w.t.deps.gateway.lookup.begin(async (own) => {
        await own`set local lock_timeout = '500ms'`
        return own`select delivery_id from app.claim_webhooks(10, 30, 4, '{}')`
      })
      expect(await taken).toHaveLength(2)
    })
  })

  test('that a process took and never sent is sent by the next one after the lease', async () => {
    const { id } = await w.add()
    await w.happen()
    await w.t.deps.gateway.lookup`select app.fan_out_webhooks(100, 500)`
    await w.t.deps.gateway.lookup`select app.claim_webhooks(10, 30, 4, '{}')`
    await w.deliver()
    expect(w.receiver.got).toHaveLength(0)
    await w.makeDue()
    await w.deliver()
    expect(w.receiver.got).toHaveLength(1)
    expect(await w.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2 }])
  })
})

describe('a delivery that fails', () => {
  test.each([500, 404, 302, 307])(
    'with %i is tried again later, with the same bytes and a new signature',
    async (status) => {
      const { id, secret } = await w.add()
      w.receiver.status = status
      await w.happen()
      await w.deliver()
      await w.deliver()
      expect(w.receiver.got).toHaveLength(1)
      const [failed] = await w.deliveries(id)
      expect(failed).toMatchObject({ state: 'pending', attempts: 1, lastStatus: status, lastError: null })
      const waitMs = Date.parse(String(failed?.nextAttemptAt)) - Date.now()
      expect(waitMs).toBeGreaterThan(5_000)
      expect(waitMs).toBeLessThan(15_000)
      w.receiver.status = 204
      await w.makeDue()
      await w.deliver()
      expect(w.receiver.got).toHaveLength(2)
      expect(w.receiver.got[1]).toMatchObject({ id: w.receiver.got[0]?.id, body: w.receiver.got[0]?.body })
      expect(w.receiver.got.every((one) => isSignedWith(one, secret))).toBe(true)
      expect(await w.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2, lastStatus: 204 }])
    },
  )

  test('for lack of a connection reports a code alone', async () => {
    const { id } = await w.add()
    await w.t.admin`update webhook_endpoints set url = 'http://127.0.0.1:1/'`
    await w.happen()
    await w.deliver()
    expect(await w.deliveries(id)).toMatchObject([{ lastStatus: null, lastError: 'CONNECTION_FAILED' }])
  })

  test('is refused when its name has since come to resolve inside the network', async () => {
    const { id } = await w.add()
    w.t.deps.outgoingHttp = sendSafely({ ...targetPolicy('production'), schemes: ['http:'], ports: 'any' })
    await w.happen()
    await w.deliver()
    expect(w.receiver.got).toHaveLength(0)
    expect(await w.deliveries(id)).toMatchObject([{ lastStatus: null, lastError: 'ADDRESS_NOT_PUBLIC' }])
  })

  test(`is given up after ${webhook.maxAttempts} tries`, async () => {
    const { id } = await w.add()
    w.receiver.status = 500
    await w.happen()
    for (let tried = 0; tried < webhook.maxAttempts + 2; tried += 1) {
      await w.deliver()
      await w.makeDue()
    }
    expect(w.receiver.got).toHaveLength(webhook.maxAttempts)
    expect(await w.deliveries(id)).toMatchObject([
      { state: 'failed', attempts: webhook.maxAttempts, nextAttemptAt: null, endedAt: expect.any(String) },
    ])
  })

  test(`${webhook.maxFailures} times in a row stops the webhook until somebody turns it on`, async () => {
    const { id } = await w.add()
    w.receiver.status = 500
    await w.happen('order.placed', webhook.maxFailures + 10)
    for (let round = 0; round < 20; round += 1) await w.deliver()
    expect(w.receiver.got.length).toBeGreaterThanOrEqual(webhook.maxFailures)
    const sent = w.receiver.got.length
    await w.makeDue()
    await w.deliver()
    expect(w.receiver.got).toHaveLength(sent)
    expect((await w.call('GET')).body).toMatchObject({ webhooks: [{ id, state: 'failing' }] })
    const stream = `organization:${w.tenant.organizationId}`
    const entries = await w.t.deps.gateway.run({ kind: 'relay', stream }, ({ db }) =>
      db.select().from(journalEntries),
    )
    expect(entries.filter(({ kind }) => kind === 'webhook.failing')).toHaveLength(1)
    w.receiver.status = 200
    expect((await w.call('PATCH', `/${id}`, { state: 'active' })).body).toMatchObject({ state: 'active' })
    await w.happen()
    await w.deliver()
    expect(w.receiver.got.length).toBeGreaterThan(sent)
  })

  test('once in a while does not: a success resets the count', async () => {
    await w.add()
    for (const status of [500, 200]) {
      w.receiver.status = status
      await w.happen()
      await w.deliver()
    }
    const [row] = await w.t.admin<{ failures: number }[]>`select failures from webhook_endpoints`
    expect(row?.failures).toBe(0)
  })
})

test('a process delivers by itself, and takes nothing new once it is told to stop', async () => {
  await w.add()
  const deliverer = startDeliverer(w.t.deps)
  await w.happen('order.placed', 15)
  await expect.poll(() => w.receiver.got.length, { timeout: 10_000 }).toBe(15)
  await deliverer.stop()
  await w.happen()
  const [row] = await w.t.admin<{ rows: number }[]>`select count(*) as rows from webhook_deliveries`
  expect(row?.rows).toBe(15)
})

test('a restaurant whose receivers never answer leaves capacity for the others', async () => {
  const slow = w.tenant.branchId
  await w.add()
  await w.add()
  await w.happen('order.placed', 15)
  await w.enter(await w.t.createTenant())
  await w.add()
  const hung = Promise.withResolvers<{ status: number }>()
  const send = w.receiver.outgoingHttp.send
  w.t.deps.outgoingHttp = {
    ...w.receiver.outgoingHttp,
    send: (one) => (String(one.body).includes(slow) ? hung.promise : send(one)),
  }
  const deliverer = startDeliverer(w.t.deps)
  try {
    const leased = () => w.t.admin`select from webhook_deliveries where branch_id = ${slow} and attempts > 0`
    await expect.poll(async () => (await leased()).length).toBe(webhook.maxConcurrentPerTenant)
    await w.happen('order.placed', 6)
    await expect.poll(() => w.receiver.got.length, { timeout: 10_000 }).toBe(6)
    expect(await leased()).toHaveLength(webhook.maxConcurrentPerTenant)
  } finally {
    hung.resolve({ status: 200 })
    await deliverer.stop()
  }
})

test('the webhooks of one restaurant take turns, however much waits for one of them', async () => {
  const busy = await w.add()
  await w.happen('order.placed', 10)
  await w.t.deps.gateway.lookup`select app.fan_out_webhooks(100, 500)`
  const quiet = await w.add()
  await w.happen()
  await w.deliver()
  const sent = (secret: string) => w.receiver.got.filter((one) => isSignedWith(one, secret)).length
  expect([sent(busy.secret), sent(quiet.secret)]).toEqual([webhook.maxConcurrentPerTenant - 1, 1])
})
