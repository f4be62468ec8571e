import type { BoardOrder, BoardSession } from '@repo/schemas/contract'
import { localize } from '@repo/schemas/rules'
import type { z } from 'zod'
import type { BoardRows } from './load-board-rows.ts'

type Session = z.infer<typeof BoardSession>
type Order = z.infer<typeof BoardOrder>

/** Open sessions by table, with their guests, orders and calls; dish names in `locale`. */
export function toBoardSessions(
  rows: BoardRows,
  locale: string,
  defaultLocale: string,
): Map<string, Session> {
  const guestsOf = Map.groupBy(rows.guests, (guest) => guest.sessionId)
  const callsOf = Map.groupBy(rows.calls, (call) => call.sessionId)
  const ordersOf = Map.groupBy(rows.orders, (order) => order.sessionId)
  const linesOf = Map.groupBy(rows.lines, (line) => line.orderId)

  const toOrder = (order: BoardRows['orders'][number]): Order => ({
    id: order.id,
    number: order.number,
    state: order.state,
    placedAt: order.placedAt,
    guestId: order.guestId,
    totalMinor: order.totalMinor,
    allergyNote: order.allergyNote,
    dishes: (linesOf.get(order.id) ?? []).map(({ name, picture, ware, state, quantity, stateSince }) => ({
      name: localize(name, locale, defaultLocale),
      picture,
      ware,
      state,
      quantity,
      stateSince,
    })),
  })

  const toSession = ({ id, openedAt, joinCode }: BoardRows['sessions'][number]): Session => {
    const placed = ordersOf.get(id) ?? []
    return {
      id,
      openedAt,
      joinCode,
      guests: (guestsOf.get(id) ?? []).map(({ id, name, state, isHost, colour, joinedAt }) => ({
        id,
        name,
        state,
        isHost,
        colour,
        joinedAt,
      })),
      orders: placed.map(toOrder),
      calls: (callsOf.get(id) ?? []).map(({ id, kind, state, calledAt }) => ({
        id,
        kind,
        state,
        calledAt,
      })),
      totalMinor: placed.reduce(
        (sum, order) => (order.state === 'cancelled' ? sum : sum + order.totalMinor),
        0,
      ),
    }
  }

  return new Map(rows.sessions.map((session) => [session.tableId, toSession(session)]))
}
