import { ApiProblem, type Connection } from '@repo/api-client'
import { afterEach, expect, test, vi } from 'vitest'
import { type BranchFeed, createBranchFeed } from './branch-feed.ts'

const event = (seq: number) => `id: branch.1.${seq}\nevent: order.placed\ndata: {"kind":"order.placed"}\n\n`

let feed: BranchFeed
afterEach(() => feed.close())

/** A server that streams what the test sends, and notes from where each reader asked to resume. */
function openBranch() {
  const asked: (string | null)[] = []
  let send = (_text: string) => {}
  const serve: typeof fetch = async (_path, init) => {
    asked.push(new Headers(init?.headers).get('last-event-id'))
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        send = (text) => controller.enqueue(new TextEncoder().encode(text))
      },
    })
    return new Response(body)
  }
  const connections: Connection[] = []
  feed = createBranchFeed({
    path: '/events',
    fetch: serve,
    onConnection: (connection) => connections.push(connection),
    retryMs: 1,
  })
  return { asked, connections, send: (text: string) => send(text) }
}

const onRefused = () => {}

test('every snapshot reloads when anything happens, over one connection', async () => {
  const branch = openBranch()
  const tables = vi.fn(async () => 'branch.1.4')
  const orders = vi.fn(async () => 'branch.1.5')
  feed.watch({ load: tables, onRefused })
  feed.watch({ load: orders, onRefused })
  await vi.waitFor(() => expect(orders).toHaveBeenCalledTimes(1), 5_000)
  await vi.waitFor(() => expect(branch.asked).toEqual(['branch.1.4']), 5_000)
  branch.send(event(6))
  await vi.waitFor(() => expect([tables.mock.calls.length, orders.mock.calls.length]).toEqual([2, 2]), 5_000)
})

test('a resync follows from the first snapshot, and the others are loaded after it', async () => {
  const branch = openBranch()
  const loads: string[] = []
  let head = 4
  const load = (name: string) => async () => {
    loads.push(name)
    return `branch.1.${head}`
  }
  feed.watch({ load: load('tables'), onRefused })
  feed.watch({ load: load('orders'), onRefused })
  await vi.waitFor(() => expect(branch.asked).toEqual(['branch.1.4']), 5_000)
  await vi.waitFor(() => expect(loads).toEqual(['tables', 'orders']), 5_000)
  head = 90
  branch.send('event: resync\ndata: {}\n\n')
  await vi.waitFor(() => expect(branch.asked).toEqual(['branch.1.4', 'branch.1.90']), 5_000)
  expect(loads).toEqual(['tables', 'orders', 'tables', 'orders'])
})

test('a snapshot that could not be reloaded counts as disconnected until it is', async () => {
  const branch = openBranch()
  let fails = 0
  const load = async () => {
    if (fails-- > 0) throw new ApiProblem('OFFLINE')
    return 'branch.1.1'
  }
  feed.watch({ load, onRefused })
  await vi.waitFor(() => expect(branch.connections.at(-1)?.connected).toBe(true), 5_000)
  fails = 2
  await feed.lookAgain()
  expect(branch.connections.at(-1)?.connected).toBe(false)
  await vi.waitFor(() => expect(branch.connections.at(-1)?.connected).toBe(true), 5_000)
})

test('a refusal is reported once and not retried', async () => {
  openBranch()
  const load = vi.fn(async () => {
    throw new ApiProblem('FORBIDDEN')
  })
  const refused = vi.fn()
  feed.watch({ load, onRefused: refused })
  await vi.waitFor(() => expect(refused).toHaveBeenCalledOnce(), 5_000)
  expect(load).toHaveBeenCalledOnce()
})

test.each(['OVERLOADED', 'REQUEST_TIMEOUT', 'RATE_LIMITED', 'TOKEN_EXPIRED'] as const)(
  'a page is asked for again after %s, which refuses nothing',
  async (code) => {
    const branch = openBranch()
    let fails = 1
    const refused = vi.fn()
    const load = async () => {
      if (fails-- > 0) throw new ApiProblem(code)
      return 'branch.1.1'
    }
    feed.watch({ load, onRefused: refused })
    await vi.waitFor(() => expect(branch.connections.at(-1)?.connected).toBe(true), 5_000)
    expect(refused).not.toHaveBeenCalled()
  },
)

test('a watcher without a refusal handler is loaded again whatever the answer was', async () => {
  const branch = openBranch()
  let fails = 1
  const load = async () => {
    if (fails-- > 0) throw new ApiProblem('FORBIDDEN')
    return 'branch.1.1'
  }
  feed.watch({ load })
  await vi.waitFor(() => expect(branch.connections.at(-1)?.connected).toBe(true), 5_000)
  expect(branch.connections[0]?.connected).toBe(false)
})

test('a page that was left is no longer loaded', async () => {
  const branch = openBranch()
  const tables = vi.fn(async () => 'branch.1.1')
  const orders = vi.fn(async () => 'branch.1.1')
  feed.watch({ load: tables, onRefused })
  const leave = feed.watch({ load: orders, onRefused })
  await vi.waitFor(() => expect(orders).toHaveBeenCalledOnce(), 5_000)
  await vi.waitFor(() => expect(branch.asked).toHaveLength(1), 5_000)
  leave()
  branch.send(event(2))
  await vi.waitFor(() => expect(tables).toHaveBeenCalledTimes(2), 5_000)
  expect(orders).toHaveBeenCalledOnce()
})
