import type { Tx } from '@repo/db'
import {
  branches,
  diningTables,
  guests,
  orderLines,
  orders,
  serviceCalls,
  tableSessions,
} from '@repo/db/schema'
import { and, asc, eq, ne } from 'drizzle-orm'
import { hereOrOrdered } from '../table-sessions/here-or-ordered.ts'

export type BoardRows = Awaited<ReturnType<typeof loadBoardRows>>

/** The rows of a board. Sent together on one connection, so a board costs one wait however many tables there are. */
export async function loadBoardRows({ db }: Tx, branchId: string) {
  const isOpen = and(eq(tableSessions.branchId, branchId), eq(tableSessions.state, 'open'))
  const ordered = db
    .select({ id: orders.guestId })
    .from(orders)
    .innerJoin(tableSessions, eq(tableSessions.id, orders.sessionId))
    .where(isOpen)
  const [branch, tables, sessions, people, placed, lines, calls] = await Promise.all([
    db.select().from(branches).where(eq(branches.id, branchId)),
    db.select().from(diningTables).orderBy(asc(diningTables.position), asc(diningTables.id)),
    db.select().from(tableSessions).where(isOpen),
    db
      .select({ guest: guests })
      .from(guests)
      .innerJoin(tableSessions, eq(tableSessions.id, guests.sessionId))
      .where(and(isOpen, ne(guests.state, 'refused'), hereOrOrdered(ordered)))
      .orderBy(asc(guests.joinedAt), asc(guests.id)),
    db
      .select({ order: orders })
      .from(orders)
      .innerJoin(tableSessions, eq(tableSessions.id, orders.sessionId))
      .where(isOpen)
      .orderBy(asc(orders.placedAt), asc(orders.number)),
    db
      .select({ line: orderLines })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .innerJoin(tableSessions, eq(tableSessions.id, orders.sessionId))
      .where(isOpen)
      .orderBy(asc(orderLines.position)),
    db
      .select({ call: serviceCalls })
      .from(serviceCalls)
      .innerJoin(tableSessions, eq(tableSessions.id, serviceCalls.sessionId))
      .where(and(isOpen, ne(serviceCalls.state, 'done')))
      .orderBy(asc(serviceCalls.calledAt)),
  ])
  return {
    branch,
    tables,
    sessions,
    guests: people.map(({ guest }) => guest),
    orders: placed.map(({ order }) => order),
    lines: lines.map(({ line }) => line),
    calls: calls.map(({ call }) => call),
  }
}
