import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const minutes = 10
const minuteMs = 60_000
const perTable = [34, 33, 33]
/** Nobody taps in the same instant as ninety others, so at most this many requests run at once. */
const atOnce = 10

type Phone = { token: string; stream: Response }

/** Everybody sits down within the first minute, as a coach party does. All requests come from one address. */
test('a hundred phones behind one address see no refusal in ten minutes of menus, orders and live events', async ({
  task,
}) => {
  const tenant = await t.createTenant()
  const { slug, tables } = tenant
  const statuses = new Map<number, number>()
  const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const call: TestApp['call'] = async (...args) => {
    const reply = await t.call(...args)
    count(reply.status)
    return reply
  }
  const startMs = Date.now()
  t.deps.now = () => new Date(startMs)

  async function sitDown(table: number, joinCode?: string): Promise<Phone> {
    const code = tables[table]?.code
    await call('GET', `/api/customer/${slug}/${code}`)
    await call('GET', `/api/customer/${slug}/${code}/check-session`)
    await call('GET', `/api/customer/${slug}/menu`)
    const { token, reply } = await t.joinTable(tenant, table, 'Mara', joinCode)
    count(reply.status)
    const stream = await t.app.request('/api/customer/events', {
      headers: { authorization: `Bearer ${token}` },
    })
    count(stream.status)
    return { token, stream }
  }

  async function fill(table: number, guests: number): Promise<Phone[]> {
    const host = await sitDown(table)
    const { body } = await call('GET', '/api/customer/session', { token: host.token })
    const joinCode = String((body.session as { joinCode?: string } | undefined)?.joinCode ?? body.joinCode)
    const others = await Promise.all(Array.from({ length: guests - 1 }, () => sitDown(table, joinCode)))
    return [host, ...others]
  }

  const phones = (await Promise.all(perTable.map((guests, table) => fill(table, guests)))).flat()
  expect(phones).toHaveLength(100)

  async function use({ token }: Phone, minute: number): Promise<void> {
    await call('GET', `/api/customer/${slug}/menu`)
    await call('GET', '/api/customer/session', { token })
    if (minute !== 2 && minute !== 7) return
    const placed = await call('POST', '/api/customer/orders', {
      token,
      json: {
        lines: [{ dishId: tenant.dishes.soup, quantity: 1, modifiers: [] }],
        expectedTotalMinor: 2_500,
      },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    expect(placed.status).toBe(201)
  }

  for (let minute = 1; minute < minutes; minute += 1) {
    t.deps.now = () => new Date(startMs + minute * minuteMs)
    for (let first = 0; first < phones.length; first += atOnce)
      await Promise.all(phones.slice(first, first + atOnce).map((phone) => use(phone, minute)))
  }
  await Promise.all(phones.map(({ stream }) => stream.body?.cancel()))
  reportFigure(
    task,
    'requests',
    statuses.values().reduce((sum, count) => sum + count, 0),
  )
  reportFigure(task, 'refused', statuses.get(429) ?? 0)
  expect([...statuses.keys()].toSorted()).toEqual([200, 201])
})
