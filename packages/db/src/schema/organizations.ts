import { roles } from '@repo/auth/policy'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from './columns.ts'
import {
  allBy,
  insertBy,
  lookupReads,
  ofBranch,
  ofOrganization,
  ownFamily,
  readBy,
  setting,
  staffAll,
  updateBy,
} from './policies.ts'

export const organizations = pgTable(
  'organizations',
  {
    id: id(),
    name: text().notNull(),
    /** Owners then enrol a second factor before anything else works. */
    requireTwoFactor: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [staffAll('organizations', ofOrganization(t.id)), lookupReads('organizations')],
)

export const branches = pgTable(
  'branches',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    slug: text().notNull().unique(),
    name: text().notNull(),
    currency: text().notNull(),
    taxMode: text({ enum: ['inclusive', 'exclusive'] }).notNull(),
    serviceChargePpm: integer().notNull().default(0),
    cashRoundingMinor: integer().notNull().default(1),
    timeZone: text().notNull(),
    businessDayCutoffMinutes: integer().notNull().default(240),
    targetMinutes: integer().notNull().default(15),
    defaultLocale: text({ enum: ['en', 'es'] })
      .notNull()
      .default('en'),
    locales: text({ enum: ['en', 'es'] })
      .array()
      .notNull()
      .default(sql`'{en,es}'`),
    accentHue: real().notNull().default(158),
    accentChroma: real().notNull().default(0.095),
    logo: text(),
    orderingPaused: boolean().notNull().default(false),
    confirmOrders: text({ enum: ['never', 'first', 'always'] })
      .notNull()
      .default('first'),
    menuVersion: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    unique('branches_tenant').on(t.organizationId, t.id),
    check('branches_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('branches_tax_mode', sql`${t.taxMode} in ('inclusive', 'exclusive')`),
    check('branches_service_charge', sql`${t.serviceChargePpm} between 0 and 1000000`),
    check('branches_confirm_orders', sql`${t.confirmOrders} in ('never', 'first', 'always')`),
    check('branches_slug', sql`${t.slug} ~ '^[a-z0-9](-?[a-z0-9]){2,39}$'`),
    staffAll('branches', ofOrganization(t.organizationId)),
    readBy('branches', ['guest', 'pending-guest', 'public'], sql`${t.id} = ${setting('branch_id')}`),
    lookupReads('branches'),
  ],
)

export const openingHours = pgTable(
  'opening_hours',
  {
    id: id(),
    organizationId: uuid().notNull(),
    branchId: uuid().notNull(),
    weekday: smallint().notNull(),
    opensMinute: smallint().notNull(),
    closesMinute: smallint().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branches.organizationId, branches.id],
    }),
    index('opening_hours_branch').on(t.organizationId, t.branchId),
    check(
      'opening_hours_range',
      sql`${t.weekday} between 0 and 6 and ${t.opensMinute} between 0 and 1439 and ${t.closesMinute} > ${t.opensMinute} and ${t.closesMinute} <= 2160`,
    ),
    staffAll('opening_hours', ofBranch(t)),
    readBy('opening_hours', ['guest', 'public'], ofBranch(t)),
  ],
)

/** People are global; where they may work is a membership. */
export const users = pgTable(
  'users',
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    disabledAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('users_email').on(sql`lower(${t.email})`),
    readBy('users_self', ['staff', 'user'], sql`${t.id} = ${setting('user_id')}`),
    readBy(
      'users_colleague',
      ['staff'],
      sql`exists (select 1 from memberships m where m.user_id = ${t.id} and m.organization_id = ${setting('organization_id')})`,
    ),
    insertBy('users', ['staff'], sql`true`),
    updateBy('users', ['user'], sql`${t.id} = ${setting('user_id')}`),
    lookupReads('users'),
  ],
)

/** `branchId` NULL means every branch of the organization. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    role: text({ enum: roles }).notNull(),
    branchId: uuid(),
    disabledAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branches.organizationId, branches.id],
    }),
    uniqueIndex('memberships_once').on(
      t.userId,
      t.organizationId,
      sql`coalesce(${t.branchId}, '00000000-0000-0000-0000-000000000000')`,
    ),
    index('memberships_organization').on(t.organizationId),
    check('memberships_role', sql`${t.role} in ('owner', 'manager', 'cashier', 'waiter', 'kitchen')`),
    staffAll('memberships', ofOrganization(t.organizationId)),
    lookupReads('memberships'),
  ],
)

/** One refresh family per sign-in of a staff member, guest or device. */
export const tokenFamilies = pgTable(
  'token_families',
  {
    id: id(),
    kind: text().notNull(),
    userId: uuid().references(() => users.id),
    guestId: uuid(),
    /** Browser and system in words, so that people recognise their own sign-ins. */
    deviceLabel: text(),
    createdAt: createdAt(),
    lastUsedAt: createdAt(),
    /** When the person last proved who they are. */
    authenticatedAt: createdAt(),
    absoluteExpiresAt: instant().notNull(),
    revokedAt: instant(),
    revokedReason: text(),
  },
  (t) => [
    index('token_families_user').on(t.userId),
    index('token_families_guest').on(t.guestId),
    check(
      'token_families_owner',
      sql`(${t.kind} = 'staff' and ${t.userId} is not null and ${t.guestId} is null) or (${t.kind} = 'customer' and ${t.guestId} is not null and ${t.userId} is null) or (${t.kind} = 'device' and ${t.userId} is null and ${t.guestId} is null)`,
    ),
    ownFamily('token_families', t.id),
    allBy('token_families', ['user'], sql`${t.userId} = ${setting('user_id')}`),
    lookupReads('token_families'),
  ],
)

/** Only keyed hashes are stored; a rotated row stays until its family ends, so that a replay is recognised. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    tokenHash: text().primaryKey(),
    familyId: uuid()
      .notNull()
      .references(() => tokenFamilies.id, { onDelete: 'cascade' }),
    issuedAt: createdAt(),
    expiresAt: instant().notNull(),
    rotatedAt: instant(),
    attemptHash: text(),
    successorHash: text(),
  },
  (t) => [
    index('refresh_tokens_family').on(t.familyId),
    ownFamily('refresh_tokens', t.familyId),
    lookupReads('refresh_tokens'),
  ],
)

/** Next order number of a branch on a business day; the row's lock makes numbers gapless. */
export const orderCounters = pgTable(
  'order_counters',
  {
    organizationId: uuid().notNull(),
    branchId: uuid().notNull(),
    businessDate: text().notNull(),
    lastNumber: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.branchId, t.businessDate] }),
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branches.organizationId, branches.id],
    }),
    staffAll('order_counters', ofBranch(t)),
    readBy('order_counters', ['guest'], ofBranch(t)),
    insertBy('order_counters', ['guest'], ofBranch(t)),
    updateBy('order_counters', ['guest'], ofBranch(t)),
  ],
)

/** Kept 24 hours; only a success is kept. */
export const idempotencyRecords = pgTable(
  'idempotency_records',
  {
    organizationId: uuid().notNull(),
    branchId: uuid().notNull(),
    actorId: uuid().notNull(),
    operation: text().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    status: smallint().notNull(),
    body: jsonb().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.operation, t.key] }),
    index('idempotency_records_created').on(t.createdAt),
    staffAll('idempotency_records', sql`${ofBranch(t)} and ${t.actorId} = ${setting('user_id')}`),
    readBy('idempotency_records', ['guest'], sql`${ofBranch(t)} and ${t.actorId} = ${setting('guest_id')}`),
    insertBy('idempotency_records', ['guest'], sql`${ofBranch(t)} and ${t.actorId} = ${setting('guest_id')}`),
  ],
)
