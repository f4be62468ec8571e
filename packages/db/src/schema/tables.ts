import { guestStates } from '@repo/schemas/rules'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant, tenant } from './columns.ts'
import { branches } from './organizations.ts'
import { insertBy, lookupReads, ofBranch, readBy, setting, staffAll, updateBy } from './policies.ts'

export const diningTables = pgTable(
  'dining_tables',
  {
    id: id(),
    ...tenant(),
    label: text().notNull(),
    area: text().notNull().default(''),
    seats: smallint().notNull().default(4),
    shape: text({ enum: ['round', 'square', 'long'] })
      .notNull()
      .default('square'),
    position: smallint().notNull(),
    /** The sticker: 12 characters of base 32, 60 random bits, rotatable. */
    code: text().notNull().unique(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branches.organizationId, branches.id],
    }),
    unique('dining_tables_tenant').on(t.organizationId, t.branchId, t.id),
    unique('dining_tables_label').on(t.branchId, t.label),
    check('dining_tables_code', sql`${t.code} ~ '^[2-9A-HJ-NP-Z]{12}$'`),
    check('dining_tables_shape', sql`${t.shape} in ('round', 'square', 'long')`),
    staffAll('dining_tables', ofBranch(t)),
    readBy(
      'dining_tables',
      ['guest', 'pending-guest', 'public'],
      sql`${ofBranch(t)} and ${t.id} = ${setting('table_id')}`,
    ),
    lookupReads('dining_tables'),
  ],
)

export const tableSessions = pgTable(
  'table_sessions',
  {
    id: id(),
    ...tenant(),
    tableId: uuid().notNull(),
    state: text({ enum: ['open', 'closed'] })
      .notNull()
      .default('open'),
    joinCode: text().notNull(),
    joinMisses: smallint().notNull().default(0),
    openedAt: createdAt(),
    lastOrderAt: instant(),
    closedAt: instant(),
    closedReason: text(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId, t.tableId],
      foreignColumns: [diningTables.organizationId, diningTables.branchId, diningTables.id],
    }),
    unique('table_sessions_tenant').on(t.organizationId, t.branchId, t.id),
    uniqueIndex('table_sessions_one_open').on(t.tableId).where(sql`${t.state} = 'open'`),
    index('table_sessions_branch').on(t.organizationId, t.branchId, t.state),
    check('table_sessions_state', sql`${t.state} in ('open', 'closed')`),
    staffAll('table_sessions', ofBranch(t)),
    // A holder of the sticker may open or lapse the session of that one table.
    readBy('table_sessions', ['public'], sql`${ofBranch(t)} and ${t.tableId} = ${setting('table_id')}`),
    insertBy('table_sessions', ['public'], sql`${ofBranch(t)} and ${t.tableId} = ${setting('table_id')}`),
    updateBy('table_sessions', ['public'], sql`${ofBranch(t)} and ${t.tableId} = ${setting('table_id')}`),
    readBy(
      'table_sessions',
      ['guest', 'pending-guest'],
      sql`${ofBranch(t)} and ${t.id} = ${setting('table_session_id')}`,
    ),
    updateBy(
      'table_sessions',
      ['guest', 'pending-guest'],
      sql`${ofBranch(t)} and ${t.id} = ${setting('table_session_id')}`,
    ),
    lookupReads('table_sessions'),
  ],
)

export const guests = pgTable(
  'guests',
  {
    id: id(),
    ...tenant(),
    sessionId: uuid().notNull(),
    name: text().notNull(),
    state: text({ enum: guestStates }).notNull(),
    isHost: boolean().notNull().default(false),
    colour: smallint().notNull(),
    joinedAt: createdAt(),
    stateChangedAt: createdAt(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId, t.sessionId],
      foreignColumns: [tableSessions.organizationId, tableSessions.branchId, tableSessions.id],
    }),
    unique('guests_tenant').on(t.organizationId, t.branchId, t.id),
    uniqueIndex('guests_one_host').on(t.sessionId).where(sql`${t.isHost}`),
    index('guests_session').on(t.sessionId),
    check('guests_state', sql`${t.state} in ('pending', 'active', 'left', 'refused', 'evicted')`),
    staffAll('guests', ofBranch(t)),
    readBy(
      'guests',
      ['public'],
      sql`${ofBranch(t)} and ${t.sessionId} in (select s.id from table_sessions s where s.table_id = ${setting('table_id')})`,
    ),
    insertBy(
      'guests',
      ['public'],
      sql`${ofBranch(t)} and ${t.sessionId} in (select s.id from table_sessions s where s.table_id = ${setting('table_id')} and s.state = 'open')`,
    ),
    readBy('guests', ['guest'], sql`${ofBranch(t)} and ${t.sessionId} = ${setting('table_session_id')}`),
    updateBy('guests', ['guest'], sql`${ofBranch(t)} and ${t.sessionId} = ${setting('table_session_id')}`),
    readBy('guests', ['pending-guest'], sql`${ofBranch(t)} and ${t.id} = ${setting('guest_id')}`),
    updateBy('guests', ['pending-guest'], sql`${ofBranch(t)} and ${t.id} = ${setting('guest_id')}`),
    lookupReads('guests'),
  ],
)

export const serviceCalls = pgTable(
  'service_calls',
  {
    id: id(),
    ...tenant(),
    sessionId: uuid().notNull(),
    guestId: uuid().notNull(),
    kind: text({ enum: ['waiter', 'bill'] }).notNull(),
    state: text({ enum: ['open', 'taken', 'done'] })
      .notNull()
      .default('open'),
    calledAt: createdAt(),
    stateChangedAt: createdAt(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId, t.sessionId],
      foreignColumns: [tableSessions.organizationId, tableSessions.branchId, tableSessions.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.guestId],
      foreignColumns: [guests.organizationId, guests.branchId, guests.id],
    }),
    uniqueIndex('service_calls_one_live').on(t.sessionId, t.kind).where(sql`${t.state} <> 'done'`),
    index('service_calls_branch').on(t.organizationId, t.branchId, t.state),
    check('service_calls_kind', sql`${t.kind} in ('waiter', 'bill')`),
    check('service_calls_state', sql`${t.state} in ('open', 'taken', 'done')`),
    staffAll('service_calls', ofBranch(t)),
    readBy(
      'service_calls',
      ['guest'],
      sql`${ofBranch(t)} and ${t.sessionId} = ${setting('table_session_id')}`,
    ),
    insertBy(
      'service_calls',
      ['guest'],
      sql`${ofBranch(t)} and ${t.sessionId} = ${setting('table_session_id')} and ${t.guestId} = ${setting('guest_id')}`,
    ),
  ],
)
