import { webhookKinds } from '@repo/schemas/rules'
import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant, tenant } from './columns.ts'
import { branches } from './organizations.ts'
import { definerWrites, ofBranch, readBy, staffAll, updateBy } from './policies.ts'

/** A secret that signs deliveries: sealed, and replaced ones until they expire. */
export type SealedSecret = { sealed: string; expiresAt: string | null }

/** Where a branch's events are sent, and how far its stream has been turned into deliveries. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: id(),
    ...tenant(),
    url: text().notNull(),
    kinds: text({ enum: webhookKinds }).array().notNull(),
    secrets: jsonb().$type<SealedSecret[]>().notNull(),
    state: text({ enum: ['active', 'paused', 'failing'] })
      .notNull()
      .default('active'),
    /** Attempts that failed since the last one that did not. */
    failures: integer().notNull().default(0),
    epoch: integer().notNull().default(0),
    seq: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    unique('webhook_endpoints_tenant').on(t.organizationId, t.branchId, t.id),
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branches.organizationId, branches.id],
    }),
    check('webhook_endpoints_state', sql`${t.state} in ('active', 'paused', 'failing')`),
    staffAll('webhook_endpoints', ofBranch(t)),
    readBy('webhook_endpoints', ['webhooks'], ofBranch(t)),
    updateBy('webhook_endpoints', ['webhooks'], ofBranch(t)),
    definerWrites('webhook_endpoints'),
  ],
)

/** One event for one endpoint. `event_id` is the event's place in its stream, so that none is made twice. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    ...tenant(),
    endpointId: uuid().notNull(),
    eventId: text().notNull(),
    kind: text({ enum: ['ping', ...webhookKinds] }).notNull(),
    /** The bytes that are sent and signed, the same in every attempt. */
    body: text().notNull(),
    state: text({ enum: ['pending', 'delivered', 'failed'] })
      .notNull()
      .default('pending'),
    attempts: integer().notNull().default(0),
    nextAttemptAt: instant().notNull().defaultNow(),
    lastStatus: integer(),
    lastError: text(),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId, t.endpointId],
      foreignColumns: [webhookEndpoints.organizationId, webhookEndpoints.branchId, webhookEndpoints.id],
    }).onDelete('cascade'),
    unique('webhook_deliveries_event').on(t.endpointId, t.eventId),
    index('webhook_deliveries_due').on(t.endpointId, t.nextAttemptAt).where(sql`${t.state} = 'pending'`),
    index('webhook_deliveries_recent').on(t.organizationId, t.branchId, t.endpointId, t.createdAt),
    check('webhook_deliveries_state', sql`${t.state} in ('pending', 'delivered', 'failed')`),
    staffAll('webhook_deliveries', ofBranch(t)),
    readBy('webhook_deliveries', ['webhooks'], ofBranch(t)),
    updateBy('webhook_deliveries', ['webhooks'], ofBranch(t)),
    definerWrites('webhook_deliveries'),
  ],
)
