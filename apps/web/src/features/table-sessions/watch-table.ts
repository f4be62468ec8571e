import { ApiProblem, followEvents, unwrap } from '@repo/api-client'
import type { EventKind } from '@repo/schemas/contract'
import { latestOnly } from '@/lib/latest-only.ts'
import { customer } from '@/stores/customer-store.ts'
import { giveUpSeat, guestApi, guestSession } from '@/stores/guest-session.ts'
import { tableStore } from '@/stores/table-store.ts'

const pendingPollMs = 2_500
const retryMs = 3_000

/**
 * Keeps `tableStore` equal to the server while this phone has a seat, or may have one: brings it back after a reload,
 * polls while the guest waits, and follows live events once they sit. Returns how to stop.
 */
export function watchTable(locale: 'en' | 'es'): () => void {
  let stopped = false
  let starts = 0
  let follower: ReturnType<typeof followEvents> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = latestOnly(async (): Promise<string> => {
    const table = await unwrap(guestApi.tableSessions.customer.session.$get({ query: { locale } }))
    const seat = table.context.guestState === 'pending' ? 'pending' : 'active'
    if (!stopped) tableStore.setState({ table, seat, ended: null })
    return table.cursor
  })

  const rest = () => {
    clearTimeout(timer)
    follower?.close()
    follower = undefined
  }
  const again = (delayMs: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(start, delayMs)
  }

  async function start(): Promise<void> {
    rest()
    starts += 1
    const mine = starts
    const isOvertaken = () => stopped || mine !== starts
    try {
      const cursor = await load()
      if (isOvertaken() || customer.store.getState().sessionId === null) return
      heard(true)
      if (tableStore.getState().seat === 'pending') return again(pendingPollMs)
      follow(cursor)
    } catch (error) {
      if (isOvertaken()) return
      if (isUnanswered(error)) {
        heard(false)
        again(retryMs)
      } else {
        giveUpSeat()
        tableStore.setState(emptyTable)
      }
    }
  }

  function follow(cursor: string): void {
    follower = followEvents({
      path: '/api/customer/events',
      fetch: guestSession.fetch,
      cursor,
      onEvent: (kind) => {
        if (isMenuNews(kind)) tableStore.setState(({ menuChanges }) => ({ menuChanges: menuChanges + 1 }))
        else void load().catch(() => {})
      },
      onResync: load,
      onState: (connection) => tableStore.setState({ connection }),
    })
  }

  const stopWatchingSeat = customer.store.subscribe((now, before) => {
    if (now.sessionId === before.sessionId) return
    if (now.sessionId !== null) return void start()
    rest()
    tableStore.setState(({ seat }) => ({ ...emptyTable, ended: endOf(seat) }))
  })
  const retryNow = () => {
    if (follower) follower.retryNow()
    else if (customer.store.getState().sessionId !== null) void start()
  }
  addEventListener('online', retryNow)

  void start()

  return () => {
    stopped = true
    rest()
    stopWatchingSeat()
    removeEventListener('online', retryNow)
  }
}

const emptyTable = { seat: 'none', table: null } as const

function heard(connected: boolean): void {
  tableStore.setState(({ connection }) => ({
    connection: { connected, heardAtMs: connected ? performance.now() : connection.heardAtMs },
  }))
}

/** What the end of a stay means to the guest; one who leaves has set the seat to `none` before. */
function endOf(seat: 'unknown' | 'none' | 'pending' | 'active'): 'refused' | 'closed' | null {
  if (seat === 'pending') return 'refused'
  return seat === 'active' ? 'closed' : null
}

const isMenuNews = (kind: EventKind): boolean => kind === 'menu.changed' || kind === 'branch.changed'

const isUnanswered = (error: unknown): boolean =>
  !(error instanceof ApiProblem) ||
  ['OFFLINE', 'RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL'].includes(error.code)
