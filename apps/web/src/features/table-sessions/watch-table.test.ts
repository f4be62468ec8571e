import type { ErrorCode, GuestAccess, TableSession } from '@repo/schemas/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { customer } from '@/stores/customer-store.ts'
import { giveUpSeat, takeSeat } from '@/stores/guest-session.ts'
import { tableStore } from '@/stores/table-store.ts'
import { watchTable } from './watch-table.ts'

const here = { branchSlug: 'casa-perejil', tableCode: 'J4NJWLLMBMTF' }
const context: GuestAccess['context'] = {
  ...here,
  sessionId: 'session-1',
  guestId: 'guest-1',
  customerName: 'Mara',
  guestState: 'active',
  isHost: true,
  branchName: 'Casa Perejil',
  tableLabel: '7',
}
const tableWith = (orders: string[]) =>
  ({ context, cursor: 'session.1.1', orders: orders.map((id) => ({ id })) }) as TableSession

/** A server whose answers the test sets; live events are what the test sends. */
function serve() {
  let send = (_text: string) => {}
  const server = {
    answer: async (): Promise<Response> => Response.json(tableWith([])),
    send: (text: string) => send(text),
  }
  vi.stubGlobal('fetch', async (input: string) => {
    if (!String(input).includes('/events')) return server.answer()
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        send = (text) => controller.enqueue(new TextEncoder().encode(text))
      },
    })
    return new Response(body)
  })
  return server
}

const problem = (code: ErrorCode, status = 503) => Response.json({ code, retryAfterSeconds: 2 }, { status })
const shownOrders = () => tableStore.getState().table?.orders.map(({ id }) => id)

let stop = () => {}
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
  customer.enterTable(here)
  takeSeat({ accessToken: 'token', expiresIn: 900, context })
})
afterEach(() => {
  stop()
  customer.clear()
  tableStore.setState(tableStore.getInitialState(), true)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test.each(['OVERLOADED', 'UNAVAILABLE', 'REQUEST_TIMEOUT', 'RATE_LIMITED', 'INTERNAL'] as const)(
  'a guest whose phone hears %s keeps the seat and sees the table as soon as there is an answer',
  async (code) => {
    const server = serve()
    server.answer = async () => problem(code)
    stop = watchTable('en')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(customer.store.getState()).toMatchObject({ sessionId: 'session-1', token: 'token' })
    expect(tableStore.getState().connection.connected).toBe(false)
    server.answer = async () => Response.json(tableWith(['soup']))
    await vi.advanceTimersByTimeAsync(4_000)
    expect(shownOrders()).toEqual(['soup'])
    expect(tableStore.getState().connection.connected).toBe(true)
  },
)

test('a limit is waited out as long as the server says', async () => {
  const server = serve()
  let asked = 0
  server.answer = async () => {
    asked += 1
    return Response.json({ code: 'RATE_LIMITED', retryAfterSeconds: 20 }, { status: 429 })
  }
  stop = watchTable('en')
  await vi.advanceTimersByTimeAsync(19_000)
  expect(asked).toBe(1)
})

test('news that could not be loaded is loaded later, though nothing else happens', async () => {
  const server = serve()
  stop = watchTable('en')
  await vi.advanceTimersByTimeAsync(100)
  expect(shownOrders()).toEqual([])
  server.answer = async () => problem('OVERLOADED')
  server.send('id: session.1.2\nevent: order.placed\ndata: {"kind":"order.placed"}\n\n')
  await vi.advanceTimersByTimeAsync(100)
  server.answer = async () => Response.json(tableWith(['soup']))
  await vi.advanceTimersByTimeAsync(4_000)
  expect(shownOrders()).toEqual(['soup'])
})

test('an answer that comes after leaving seats nobody', async () => {
  const server = serve()
  const late = Promise.withResolvers<Response>()
  server.answer = () => late.promise
  stop = watchTable('en')
  await vi.advanceTimersByTimeAsync(100)
  tableStore.setState({ seat: 'none', ended: null })
  giveUpSeat()
  late.resolve(Response.json(tableWith(['soup'])))
  await vi.advanceTimersByTimeAsync(100)
  expect(tableStore.getState()).toMatchObject({ seat: 'none', table: null, ended: null })
})

test('a seat that was taken away is given up', async () => {
  const server = serve()
  stop = watchTable('en')
  await vi.advanceTimersByTimeAsync(100)
  server.answer = async () => problem('TOKEN_REVOKED', 401)
  server.send('id: session.1.2\nevent: session.closed\ndata: {"kind":"session.closed"}\n\n')
  await vi.advanceTimersByTimeAsync(100)
  expect(tableStore.getState()).toMatchObject({ seat: 'none', table: null, ended: 'closed' })
  expect(customer.store.getState().sessionId).toBeNull()
})
