import { lineStates } from '@repo/schemas/rules'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant, type Localized, minor, tenant } from './columns.ts'
import { dishes } from './menu.ts'
import { branches } from './organizations.ts'
import { insertBy, ofBranch, readBy, setting, staffAll } from './policies.ts'
import { guests, tableSessions } from './tables.ts'

/** Modifier as it was ordered: names and prices are snapshots. */
export type OrderedModifier = {
  optionId: string
  name: Localized
  kind: 'choice' | 'add' | 'remove'
  quantity: number
  unitMinor: number
}
export type OrderedTax = { name: string; ratePpm: number; baseMinor: number; taxMinor: number }

export const orders = pgTable(
  'orders',
  {
    id: id(),
    ...tenant(),
    sessionId: uuid().notNull(),
    guestId: uuid(),
    tableLabel: text().notNull(),
    businessDate: text().notNull(),
    number: integer().notNull(),
    state: text({ enum: lineStates }).notNull(),
    currency: text().notNull(),
    subtotalMinor: minor().notNull(),
    discountMinor: minor().notNull(),
    serviceChargeMinor: minor().notNull(),
    taxMinor: minor().notNull(),
    totalMinor: minor().notNull(),
    taxes: jsonb().$type<OrderedTax[]>().notNull(),
    note: text().notNull().default(''),
    allergyNote: text().notNull().default(''),
    refusalReason: text(),
    placedAt: createdAt(),
    confirmedAt: instant(),
    closedAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branches.organizationId, branches.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.sessionId],
      foreignColumns: [tableSessions.organizationId, tableSessions.branchId, tableSessions.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.guestId],
      foreignColumns: [guests.organizationId, guests.branchId, guests.id],
    }),
    unique('orders_tenant').on(t.organizationId, t.branchId, t.id),
    unique('orders_number').on(t.branchId, t.businessDate, t.number),
    index('orders_live')
      .on(t.organizationId, t.branchId, t.placedAt)
      .where(sql`${t.state} in ('pending', 'confirmed', 'preparing', 'ready')`),
    index('orders_session').on(t.sessionId),
    index('orders_branch_time').on(t.organizationId, t.branchId, t.placedAt),
    check(
      'orders_state',
      sql`${t.state} in ('pending', 'confirmed', 'preparing', 'ready', 'served', 'cancelled')`,
    ),
    check(
      'orders_money',
      sql`${t.subtotalMinor} >= 0 and ${t.discountMinor} >= 0 and ${t.serviceChargeMinor} >= 0 and ${t.taxMinor} >= 0 and ${t.totalMinor} >= 0`,
    ),
    staffAll('orders', ofBranch(t)),
    readBy('orders', ['guest'], sql`${ofBranch(t)} and ${t.sessionId} = ${setting('table_session_id')}`),
    insertBy(
      'orders',
      ['guest'],
      sql`${ofBranch(t)} and ${t.sessionId} = ${setting('table_session_id')} and ${t.guestId} = ${setting('guest_id')}`,
    ),
  ],
)

export const orderLines = pgTable(
  'order_lines',
  {
    id: id(),
    ...tenant(),
    orderId: uuid().notNull(),
    sessionId: uuid().notNull(),
    dishId: uuid().notNull(),
    stationId: uuid(),
    position: smallint().notNull(),
    name: jsonb().$type<Localized>().notNull(),
    picture: text(),
    ware: text().notNull(),
    backdrop: text().notNull(),
    quantity: smallint().notNull(),
    unitMinor: minor().notNull(),
    lineMinor: minor().notNull(),
    taxName: text().notNull(),
    taxRatePpm: integer().notNull(),
    modifiers: jsonb().$type<OrderedModifier[]>().notNull(),
    note: text().notNull().default(''),
    state: text({ enum: lineStates }).notNull(),
    stateSince: createdAt(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId, t.orderId],
      foreignColumns: [orders.organizationId, orders.branchId, orders.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.dishId],
      foreignColumns: [dishes.organizationId, dishes.branchId, dishes.id],
    }),
    index('order_lines_order').on(t.orderId),
    check('order_lines_quantity', sql`${t.quantity} between 1 and 20`),
    check('order_lines_money', sql`${t.unitMinor} >= 0 and ${t.lineMinor} = ${t.unitMinor} * ${t.quantity}`),
    check(
      'order_lines_state',
      sql`${t.state} in ('pending', 'confirmed', 'preparing', 'ready', 'served', 'cancelled')`,
    ),
    staffAll('order_lines', ofBranch(t)),
    readBy('order_lines', ['guest'], sql`${ofBranch(t)} and ${t.sessionId} = ${setting('table_session_id')}`),
    insertBy(
      'order_lines',
      ['guest'],
      sql`${ofBranch(t)} and ${t.sessionId} = ${setting('table_session_id')}`,
    ),
  ],
)
