import { roles } from '@repo/auth/policy'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant, tenant } from './columns.ts'
import { branches, users } from './organizations.ts'
import { allBy, lookupReads, ofBranch, setting, staffAll } from './policies.ts'

/** Single-use tokens of one person, as keyed hashes: links that reset a password, sign-ins that wait for a code. */
export const accountTokens = pgTable(
  'account_tokens',
  {
    tokenHash: text().primaryKey(),
    kind: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    tries: smallint().notNull().default(0),
    /** The address that the link, sent there, confirms. */
    newEmail: text(),
  },
  (t) => [
    index('account_tokens_user').on(t.userId),
    index('account_tokens_expires').on(t.expiresAt),
    check('account_tokens_kind', sql`${t.kind} in ('password-reset', 'second-factor', 'email-change')`),
    check('account_tokens_new_email', sql`(${t.kind} = 'email-change') = (${t.newEmail} is not null)`),
    allBy('account_tokens', ['user'], sql`${t.userId} = ${setting('user_id')}`),
    lookupReads('account_tokens'),
  ],
)

/** A person's second factor; the secret is sealed. It takes effect once a code has confirmed it. */
export const userTotp = pgTable(
  'user_totp',
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id),
    sealedSecret: text().notNull(),
    confirmedAt: instant(),
    /** The last time step whose code was taken, so that a code works once. */
    lastStep: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [allBy('user_totp', ['user'], sql`${t.userId} = ${setting('user_id')}`), lookupReads('user_totp')],
)

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    codeHash: text().notNull(),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('recovery_codes_once').on(t.userId, t.codeHash),
    allBy('recovery_codes', ['user'], sql`${t.userId} = ${setting('user_id')}`),
  ],
)

/** A place in the team that waits for its person; `branchId` is where it was offered. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    ...tenant(),
    email: text().notNull(),
    role: text({ enum: roles }).notNull(),
    allBranches: boolean().notNull().default(false),
    tokenHash: text().notNull().unique(),
    invitedBy: uuid().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branches.organizationId, branches.id],
    }),
    index('invitations_branch').on(t.organizationId, t.branchId),
    check('invitations_role', sql`${t.role} in ('owner', 'manager', 'cashier', 'waiter', 'kitchen')`),
    staffAll('invitations', ofBranch(t)),
    lookupReads('invitations'),
  ],
)
