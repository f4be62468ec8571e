import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { KitchenBoard } from '@repo/schemas/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
// By path, because the API does not export its tests.
import { createApp } from '../../../apps/api/src/app.ts'
import { createDeps } from '../../../apps/api/src/create-deps.ts'
import { createTestApp, type TestApp } from '../../../apps/api/src/testing/test-app.ts'
import { followEvents } from './follow-events.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

type Server = { port: number; stop(): Promise<void> }

/** An API as in a process of its own on the test's database, with its own hub, cache and limiter. */
async function startServer(port: number): Promise<Server> {
  const deps = createDeps({ env: t.env, mode: 'production', database: t.database, log: t.deps.log })
  const server = serve({ fetch: createApp(deps).fetch, port, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const end of deps.openStreams) end()
      deps.hub.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}

test('followEvents resumes after an API restart without losing or repeating an event', async () => {
  const at = await t.createTenant()
  const guest = await t.joinTable(at)
  const cook = await t.signInAs(at, 'kitchen')
  let server = await startServer(0)
  const { port } = server
  const base = `http://127.0.0.1:${port}`
  const authorized: typeof fetch = (input, init) =>
    fetch(`${base}${input}`, {
      ...init,
      headers: { ...(init?.headers as object), authorization: `Bearer ${cook.token}` },
    })
  const placed: string[] = []
  const order = async () => {
    const reply = await t.call('POST', '/api/customer/orders', {
      token: guest.token,
      json: { lines: [{ dishId: at.dishes.soup, quantity: 1, modifiers: [] }], expectedTotalMinor: 2_500 },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    placed.push(String(reply.body.id))
  }

  let tickets: string[] = []
  const seen: string[] = []
  const load = async (): Promise<string> => {
    const board = (await (await authorized(`/api/branches/${at.branchId}/kitchen`)).json()) as KitchenBoard
    tickets = board.tickets.map(({ id }) => id)
    return board.cursor
  }
  await order()
  const cursor = await load()
  const follower = followEvents({
    path: `/api/branches/${at.branchId}/events`,
    fetch: authorized,
    cursor,
    onEvent: (kind, event) => {
      if (kind === 'order.placed') seen.push(String(event.data.orderId))
      void load().catch(() => {})
    },
    onResync: load,
  })
  try {
    await order()
    await expect.poll(() => seen, { timeout: 5_000 }).toEqual([placed[1]])
    await server.stop()
    await order()
    await order()
    server = await startServer(port)
    await order()
    await expect.poll(() => seen, { timeout: 15_000 }).toEqual(placed.slice(1))
    await expect.poll(() => tickets, { timeout: 5_000 }).toEqual(placed)
  } finally {
    follower.close()
    await server.stop()
  }
})
