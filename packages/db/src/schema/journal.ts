import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, createdAt } from './columns.ts'
import { definerWrites, readBy } from './policies.ts'

/** Head of each stream: its epoch, last sequence number and last hash. Written by `app.append_journal` alone. */
export const journalStreams = pgTable(
  'journal_streams',
  {
    stream: text().primaryKey(),
    organizationId: uuid(),
    branchId: uuid(),
    epoch: integer().notNull().default(1),
    seq: bigint({ mode: 'number' }).notNull().default(0),
    hash: bytea().notNull().default(sql`'\\x'`),
  },
  () => [definerWrites('journal_streams')],
)

/** Gapless, ordered, chained entries; an audience reads its own stream. */
export const journalEntries = pgTable(
  'journal_entries',
  {
    stream: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    epoch: integer().notNull(),
    organizationId: uuid(),
    branchId: uuid(),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
    actor: text().notNull(),
    requestId: text().notNull(),
    at: createdAt(),
    hash: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.stream, t.seq] }),
    index('journal_entries_organization').on(t.organizationId, t.at),
    // For entries since a checkpoint: rows are stored in order of time, so a block range index suffices.
    index('journal_entries_at').using('brin', t.at),
    index('journal_entries_platform').on(t.kind, t.at).where(sql`${t.stream} = 'platform'`),
    readBy('journal_entries', ['relay'], sql`${t.stream} = (select current_setting('app.stream', true))`),
    definerWrites('journal_entries'),
  ],
)
