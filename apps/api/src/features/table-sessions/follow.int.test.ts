import { eventStream, rateLimit } from '@repo/config/limits'
import { memberships } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { listen, type Message, serveOnSocket } from './testing/listen.ts'

type Listener = Awaited<ReturnType<typeof listen>>

let t: TestApp
let server: Awaited<ReturnType<typeof serveOnSocket>>
let tenant: Tenant
let host: Awaited<ReturnType<TestApp['joinTable']>>
let listeners: Listener[] = []

beforeAll(async () => {
  t = await createTestApp()
  server = await serveOnSocket(t)
})
afterAll(async () => {
  await t.close()
  server.close()
})
beforeEach(async () => {
  tenant = await t.createTenant()
  host = await t.joinTable(tenant)
})
afterEach(() => {
  for (const listener of listeners) listener.close()
  listeners = []
})

async function open(path: string, token: string, cursor?: string): Promise<Listener> {
  const listener = await listen(`${server.origin}/api${path}`, token, cursor)
  listeners.push(listener)
  return listener
}
const cursorOf = async (token: string) =>
  String((await t.call('GET', '/api/customer/session', { token })).body.cursor)
const followTable = async (token: string, cursor?: string) =>
  open('/customer/events', token, cursor ?? (await cursorOf(token)))
const followBranch = (token: string, branchId: string, cursor = `branch:${branchId}.0.0`) =>
  open(`/branches/${branchId}/events`, token, cursor)

const callWaiter = (token: string, kind = 'waiter') =>
  t.call('POST', '/api/customer/service-calls', { token, json: { kind } })
const rotateCode = (token: string) => t.call('POST', '/api/customer/session/join-code', { token })
const closeTable = (token: string, sessionId: string) =>
  t.call('POST', `/api/branches/${tenant.branchId}/table-sessions/${sessionId}/close`, { token })

async function take(listener: Listener, count: number): Promise<Message[]> {
  const messages: Message[] = []
  while (messages.length < count) {
    const message = await listener.next()
    if (message === null) throw new Error(`the stream ended after ${messages.length} events`)
    messages.push(message)
  }
  return messages
}
const kinds = (messages: Message[]) => messages.map(({ event }) => event)
const seqs = (messages: Message[]) => messages.map(({ id }) => Number(id.split('.').at(-1)))

describe('a guest', () => {
  test('never receives an event of another table, of the branch or of another restaurant', async () => {
    const elsewhere = await t.createTenant()
    const neighbour = await t.joinTable(tenant, 1, 'Ana')
    const foreigner = await t.joinTable(elsewhere, 0, 'Sam')
    const listener = await followTable(host.token)
    for (const { token } of [neighbour, foreigner]) {
      await callWaiter(token)
      await rotateCode(token)
    }
    await callWaiter(host.token, 'bill')
    await rotateCode(host.token)
    const received = await take(listener, 2)
    expect(kinds(received)).toEqual(['service_call.made', 'join_code.rotated'])
    expect(received[0]?.data).toMatchObject({ kind: 'bill' })
    for (const { id } of received) expect(id.startsWith(`session:${host.sessionId}.`)).toBe(true)
  })

  test('cannot follow with the cursor of another table: it is told to load everything again', async () => {
    const neighbour = await t.joinTable(tenant, 1, 'Ana')
    const foreign = await cursorOf(neighbour.token)
    for (const cursor of [foreign, `branch:${tenant.branchId}.0.0`, 'session:*.0.0', 'nonsense']) {
      const listener = await followTable(host.token, cursor)
      await callWaiter(neighbour.token)
      expect(kinds(await take(listener, 1))).toEqual(['resync'])
      await rotateCode(host.token)
      const [next] = await take(listener, 1)
      expect(next?.id.startsWith(`session:${host.sessionId}.`)).toBe(true)
    }
  })

  test('whose cursor is of an earlier epoch, or ahead of the stream, is told to load everything again', async () => {
    const [stream = '', epoch, seq] = (await cursorOf(host.token)).split('.')
    for (const cursor of [`${stream}.${Number(epoch) - 1}.${seq}`, `${stream}.${epoch}.999`]) {
      expect(kinds(await take(await followTable(host.token, cursor), 1))).toEqual(['resync'])
    }
  })

  test('who comes back after a break with the last id they saw misses nothing and gets nothing twice', async () => {
    const first = await followTable(host.token)
    await callWaiter(host.token)
    const before = await take(first, 1)
    first.close()
    await rotateCode(host.token)
    await callWaiter(host.token, 'bill')
    const second = await followTable(host.token, before[0]?.id)
    const missed = await take(second, 2)
    await rotateCode(host.token)
    const live = await take(second, 1)
    const all = [...before, ...missed, ...live]
    expect(kinds(all)).toEqual([
      'service_call.made',
      'join_code.rotated',
      'service_call.made',
      'join_code.rotated',
    ])
    const start = seqs(all)[0] ?? 0
    expect(seqs(all)).toEqual([start, start + 1, start + 2, start + 3])
  })

  test('who waits has no stream, and once let in follows from the start of the table', async () => {
    const leo = await t.joinTable(tenant, 0, 'Leo')
    const waiting = await open('/customer/events', leo.token)
    expect(waiting.response.status).toBe(403)
    const cursor = await cursorOf(leo.token)
    await t.call('POST', `/api/customer/session/guests/${leo.guestId}/move`, {
      token: host.token,
      json: { to: 'active' },
    })
    const messages = await take(await followTable(leo.token, cursor), 4)
    expect(kinds(messages)).toEqual(['session.opened', 'guest.joined', 'guest.joined', 'guest.moved'])
  })

  test("hears that the table was closed, then the stream ends, while the neighbours' stay open", async () => {
    const { token } = await t.signInAs(tenant, 'waiter')
    const neighbour = await t.joinTable(tenant, 1, 'Ana')
    const ending = await followTable(host.token)
    const going = await followTable(neighbour.token)
    await closeTable(token, host.sessionId)
    expect(await take(ending, 1)).toMatchObject([{ event: 'session.closed', data: { reason: 'staff' } }])
    expect(await ending.next()).toBeNull()
    await callWaiter(neighbour.token)
    expect(kinds(await take(going, 1))).toEqual(['service_call.made'])
  })

  test('who is evicted loses the stream, while the table keeps its own', async () => {
    const { token } = await t.signInAs(tenant, 'waiter')
    const code = (await t.call('GET', '/api/customer/session', { token: host.token })).body.joinCode
    const leo = await t.joinTable(tenant, 0, 'Leo', String(code))
    const [evicted, staying] = [await followTable(leo.token), await followTable(host.token)]
    const path = `/api/branches/${tenant.branchId}/table-sessions/${host.sessionId}/guests/${leo.guestId}/move`
    await t.call('POST', path, { token, json: { to: 'evicted' } })
    while ((await evicted.next()) !== null);
    await callWaiter(host.token)
    expect(kinds(await take(staying, 3))).toEqual(['guest.moved', 'join_code.rotated', 'service_call.made'])
  })

  test('reads ids and codes only: no name, note or join code travels in an event', async () => {
    const listener = await followTable(host.token, `session:${host.sessionId}.0.0`)
    await t.joinTable(tenant, 0, 'Leonardo')
    const { body } = await rotateCode(host.token)
    const text = JSON.stringify(await take(listener, 4))
    for (const secret of ['Leonardo', 'Mara', String(body.joinCode)]) expect(text).not.toContain(secret)
  })
})

test('opening one stream too many ends the oldest of that sign-in and no other', async () => {
  const { token } = await t.signInAs(tenant, 'waiter')
  const neighbour = await t.joinTable(tenant, 1, 'Ana')
  const others = [await followTable(neighbour.token), await followBranch(token, tenant.branchId)]
  const [oldest, ...rest] = [
    await followTable(host.token),
    await followTable(host.token),
    await followTable(host.token),
    await followTable(host.token),
  ]
  expect(await oldest?.next()).toBeNull()
  await callWaiter(host.token)
  await callWaiter(neighbour.token)
  for (const listener of [...rest, ...others]) {
    expect(listener.response.status).toBe(200)
    expect((await take(listener, 1))[0]?.event).not.toBe('resync')
  }
  // A slot that was given up is free again.
  rest[0]?.close()
  const back = await followTable(host.token)
  await rotateCode(host.token)
  for (const listener of [...rest.slice(1), back]) {
    expect(kinds(await take(listener, 1))).toEqual(['join_code.rotated'])
  }
})

test('tabs that endlessly end each other’s streams are slowed down, while the guest can still read', async () => {
  const cursor = await cursorOf(host.token)
  for (let n = 0; n < rateLimit.guestFollow.max; n++) {
    expect((await followTable(host.token, cursor)).response.status).toBe(200)
  }
  expect((await followTable(host.token, cursor)).response.status).toBe(429)
  expect((await t.call('GET', '/api/customer/session', { token: host.token })).status).toBe(200)
})

describe('staff', () => {
  test('follow their branch, told which table, and nothing of another restaurant', async () => {
    const elsewhere = await t.createTenant()
    const { token } = await t.signInAs(tenant, 'kitchen')
    const listener = await followBranch(token, tenant.branchId)
    const foreigner = await t.joinTable(elsewhere, 0, 'Sam')
    await callWaiter(foreigner.token)
    await callWaiter(host.token)
    const messages = await take(listener, 3)
    expect(kinds(messages)).toEqual(['session.opened', 'guest.joined', 'service_call.made'])
    for (const { data } of messages) expect(data.sessionId).toBe(host.sessionId)
    expect(seqs(messages)).toEqual([1, 2, 3])
    expect((await followBranch(token, elsewhere.branchId)).response.status).toBe(404)
  })

  test('who lose the branch lose its stream', async () => {
    const { token, userId } = await t.signInAs(tenant, 'waiter')
    const successor = await t.signInAs(tenant, 'waiter', false)
    const listener = await followBranch(token, tenant.branchId)
    await take(listener, 2)
    const { organizationId, branchId } = tenant
    await t.deps.gateway.run({ kind: 'staff', organizationId, branchId, userId }, ({ db }) =>
      db.update(memberships).set({ userId: successor.userId }).where(eq(memberships.userId, userId)),
    )
    await closeTable(successor.token, host.sessionId)
    const changedAtMs = performance.now()
    expect(kinds(await take(listener, 1))).toEqual(['session.closed'])
    expect(await listener.next()).toBeNull()
    expect(performance.now() - changedAtMs).toBeLessThan(2_000)
    expect((await followBranch(token, tenant.branchId)).response.status).toBe(404)
  })
})

test('a reader that takes nothing in is disconnected, and the others receive everything', async () => {
  const headers = { authorization: `Bearer ${(await t.signInAs(tenant, 'kitchen')).token}` }
  const stuck = await t.app.request(`/api/branches/${tenant.branchId}/events`, { headers })
  const { token, userId } = await t.signInAs(tenant, 'waiter')
  const listener = await followBranch(token, tenant.branchId)
  await take(listener, 2)
  const { organizationId, branchId } = tenant
  const pieces = 20
  const note = 'x'.repeat((2 * eventStream.maxBufferBytes) / pieces)
  for (let n = 0; n < pieces; n += 1)
    await t.deps.gateway.run({ kind: 'staff', organizationId, branchId, userId }, (tx) =>
      tx.append([{ audience: 'branch', kind: 'order.placed', payload: { n, note } }], {
        actor: 'test',
        requestId: 'r',
      }),
    )
  const heard = await take(listener, pieces)
  expect(heard.map(({ data }) => data.n)).toEqual(Array.from({ length: pieces }, (_, n) => n))
  await expect(stuck.body?.getReader().read()).rejects.toThrow('too slow')
})

test('a stream ends with the token that opened it', async () => {
  const brief = await createTestApp({ ACCESS_TOKEN_TTL_SECONDS: '1' })
  const socket = await serveOnSocket(brief)
  const guest = await brief.joinTable(await brief.createTenant())
  const listener = await listen(`${socket.origin}/api/customer/events`, guest.token)
  const openedAtMs = performance.now()
  expect(listener.response.headers.get('content-type')).toContain('text/event-stream')
  expect(await listener.next()).toBeNull()
  // Two seconds after the token's lifetime of one.
  expect(performance.now() - openedAtMs).toBeLessThan(3_000)
  await brief.close()
  socket.close()
})
