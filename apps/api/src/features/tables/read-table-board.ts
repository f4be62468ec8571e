import { actorKind } from '@repo/auth'
import { can } from '@repo/auth/policy'
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
import type { TableBoard } from '@repo/schemas/contract'
import { and, asc, eq, ne } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { BranchCtx } from '../../http/ctx.ts'
import { branchStream, formatCursor } from '../../live/cursor.ts'
import { chooseLocale } from '../menu/choose-locale.ts'
import { hereOrOrdered } from '../table-sessions/here-or-ordered.ts'
import { toBoardSessions } from './to-board-sessions.ts'

/** Every table of the branch and who and what is on it; `cursor` was read first, so events after it are never missed. */
export function readTableBoard(ctx: BranchCtx, wanted: string | undefined): Promise<TableBoard> {
  const { branchId } = ctx.actor
  const stream = branchStream(branchId)
  return ctx.tx(async (tx) => {
    const [head] = await tx.heads([stream])
    const rows = await loadBoardRows(tx, branchId)
    const [branch] = rows.branch
    if (!branch) throw new ApiError('NOT_FOUND')
    const { defaultLocale, currency, targetMinutes } = branch
    const sessions = toBoardSessions(rows, chooseLocale(branch, wanted), defaultLocale)
    const seesCode = can(actorKind(ctx.actor), 'table:manage')
    return {
      cursor: formatCursor(stream, head),
      serverTime: ctx.now.toISOString(),
      currency,
      targetMinutes,
      tables: rows.tables.map(({ id, label, area, seats, shape, position, code }) => ({
        id,
        label,
        area,
        seats,
        shape,
        position,
        code: seesCode ? code : null,
        session: sessions.get(id) ?? null,
      })),
    }
  })
}

export type BoardRows = Awaited<ReturnType<typeof loadBoardRows>>

/** Sent together on one connection, so a board costs one wait however many tables there are. */
async function loadBoardRows({ db }: Tx, branchId: string) {
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
