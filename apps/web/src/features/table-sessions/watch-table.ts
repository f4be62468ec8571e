import { ApiProblem, followEvents, isUnanswered, pauseMs, unwrap } from '@repo/api-client'
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
  let stays = 0
  let follower: ReturnType<typeof followEvents> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const load = latestOnly(async (): Promise<string> => {
    const table = await unwrap(guestApi.tableSessions.customer.session.$get({ query: { locale } }))
    const seat = table.context.guestState === 'pending' ? 'pending' : 'active'
    if (!stopped && isSeated()) tableStore.setState({ table, seat, ended: null })
    return table.cursor
  })

  const rest = () => {
    stays += 1
    clearTimeout(timer)
    follower?.close()
    follower = undefined
  }
  const again = (delayMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(look, delayMs)
  }

  async function look(): Promise<void> {
    const mine = stays
    const isOvertaken = () => stopped || mine !== stays
    try {
      const cursor = await load()
      if (isOvertaken() || !isSeated()) return
      heard(true)
      if (tableStore.getState().seat === 'pending') again(pendingPollMs)
      else follower ??= follow(cursor)
    } catch (error) {
      if (isOvertaken()) return
      if (isRefused(error)) {
        giveUpSeat()
        tableStore.setState(emptyTable)
      } else {
        heard(false)
        again(pauseMs(error, retryMs))
      }
    }
  }

  const follow = (cursor: string) =>
    followEvents({
      path: '/api/customer/events',
      fetch: guestSession.fetch,
      cursor,
      onEvent: (kind) => void (isMenuNews(kind) ? countMenuNews() : look()),
      async onResync() {
        const next = await load()
        countMenuNews()
        return next
      },
      onState: (connection) => tableStore.setState({ connection }),
    })

  const stopWatchingSeat = customer.store.subscribe((now, before) => {
    if (now.sessionId === before.sessionId) return
    rest()
    if (now.sessionId !== null) return void look()
    tableStore.setState(({ seat }) => ({ ...emptyTable, ended: endOf(seat) }))
  })
  const retryNow = () => {
    follower?.retryNow()
    if (isSeated()) void look()
  }
  addEventListener('online', retryNow)

  void look()

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

const countMenuNews = () => tableStore.setState(({ menuChanges }) => ({ menuChanges: menuChanges + 1 }))

const isSeated = (): boolean => customer.store.getState().sessionId !== null

const isRefused = (error: unknown): boolean => error instanceof ApiProblem && !isUnanswered(error.code)
