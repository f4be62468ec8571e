import { guests, orders as orderRows, serviceCalls, tableSessions } from '@repo/db/schema'
import type { TableSession } from '@repo/schemas/contract'
import { and, asc, eq, ne, notInArray } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { GuestCtx } from '../../http/ctx.ts'
import { formatCursor, sessionStream } from '../../live/cursor.ts'
import { readSessionOrders } from '../orders/read-orders.ts'
import { toServiceCall } from '../service-calls/to-service-call.ts'
import { findSeat } from './find-seat.ts'
import { hereOrOrdered } from './here-or-ordered.ts'
import { toGuest } from './to-guest.ts'

/**
 * The table as this guest may see it; `cursor` was read first, so events after it are never missed. Row-level security
 * shows a waiting guest their own row and nothing else, and their cursor is the stream's start, which reveals nothing.
 * @throws TOKEN_REVOKED
 */
export function readTableSession(ctx: GuestCtx, wanted: string | undefined): Promise<TableSession> {
  const { tableSessionId: sessionId, guestId, familyId, state } = ctx.actor
  const stream = sessionStream(sessionId)
  return ctx.tx(async (tx) => {
    const ordered = tx.db
      .select({ id: orderRows.guestId })
      .from(orderRows)
      .where(eq(orderRows.sessionId, sessionId))
    const [head] = await tx.heads([stream])
    const [seat, [session], people, orders, calls] = await Promise.all([
      findSeat(tx.sql, guestId, familyId),
      tx.db.select().from(tableSessions).where(eq(tableSessions.id, sessionId)),
      tx.db
        .select()
        .from(guests)
        .where(
          and(
            eq(guests.sessionId, sessionId),
            notInArray(guests.state, ['refused', 'evicted']),
            hereOrOrdered(ordered),
          ),
        )
        .orderBy(asc(guests.colour), asc(guests.joinedAt)),
      readSessionOrders(tx, sessionId, wanted),
      tx.db
        .select()
        .from(serviceCalls)
        .where(and(eq(serviceCalls.sessionId, sessionId), ne(serviceCalls.state, 'done')))
        .orderBy(asc(serviceCalls.calledAt)),
    ])
    if (!seat || !session) throw new ApiError('TOKEN_REVOKED')
    return {
      cursor: formatCursor(stream, state === 'active' ? head : undefined),
      context: seat.context,
      sessionState: session.state,
      joinCode: seat.context.isHost ? session.joinCode : null,
      guests: people.map(toGuest),
      orders,
      calls: calls.map(toServiceCall),
    }
  })
}
