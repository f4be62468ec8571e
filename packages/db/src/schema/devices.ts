import { deviceKinds } from '@repo/auth/policy'
import { sql } from 'drizzle-orm'
import {
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
import { branches, tokenFamilies } from './organizations.ts'
import { allBy, lookupReads, ofBranch, setting, staffAll } from './policies.ts'

/** Activation keys of a branch, as keyed hashes: each pairs so many displays or terminals of one kind. */
export const deviceKeys = pgTable(
  'device_keys',
  {
    id: id(),
    ...tenant(),
    kind: text({ enum: deviceKinds }).notNull(),
    keyHash: text().notNull().unique(),
    maxActivations: smallint().notNull().default(1),
    createdBy: uuid().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId],
      foreignColumns: [branches.organizationId, branches.id],
    }),
    unique('device_keys_tenant').on(t.organizationId, t.branchId, t.id),
    index('device_keys_expires').on(t.expiresAt),
    check('device_keys_kind', sql`${t.kind} in ('kds', 'pos')`),
    check('device_keys_max', sql`${t.maxActivations} between 1 and 20`),
    staffAll('device_keys', ofBranch(t)),
    allBy('device_keys', ['activation'], sql`${ofBranch(t)} and ${t.id} = ${setting('subject_id')}`),
    lookupReads('device_keys'),
  ],
)

/** Paired devices. `deviceId` is what the device calls itself; the credential is the refresh token of `familyId`. */
export const devices = pgTable(
  'devices',
  {
    id: id(),
    ...tenant(),
    keyId: uuid().notNull(),
    deviceId: uuid().notNull(),
    kind: text({ enum: deviceKinds }).notNull(),
    name: text().notNull(),
    familyId: uuid().references(() => tokenFamilies.id, { onDelete: 'set null' }),
    activatedAt: createdAt(),
    lastVerifiedAt: createdAt(),
    /** Where it was last seen, so that a copied cookie is noticed. */
    lastNetwork: text().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId, t.keyId],
      foreignColumns: [deviceKeys.organizationId, deviceKeys.branchId, deviceKeys.id],
    }),
    unique('devices_family').on(t.familyId),
    uniqueIndex('devices_paired_once').on(t.keyId, t.deviceId).where(sql`${t.revokedAt} is null`),
    index('devices_branch').on(t.organizationId, t.branchId),
    check('devices_kind', sql`${t.kind} in ('kds', 'pos')`),
    staffAll('devices', ofBranch(t)),
    allBy('devices', ['activation'], sql`${ofBranch(t)} and ${t.keyId} = ${setting('subject_id')}`),
    allBy('devices', ['kds', 'pos'], sql`${ofBranch(t)} and ${t.id} = ${setting('subject_id')}`),
    lookupReads('devices'),
  ],
)
