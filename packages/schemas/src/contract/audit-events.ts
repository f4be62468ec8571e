import { z } from 'zod'
import { errorCodes } from './errors.ts'

const id = z.uuid()
const role = z.enum(['owner', 'manager', 'cashier', 'waiter', 'kitchen'])
const ownerKind = z.enum(['staff', 'customer', 'device'])
/** A keyed hash: it recognises a network without keeping its address. */
const network = z.string().regex(/^[\w-]{22}$/)

const count = z.int().min(1)
/** Where the first of several similar requests came from and went to. */
const told = { network: network.nullable(), method: z.string().max(10), route: z.string().max(200) }

/** What makes refused input look like an attack. */
export const suspicionSigns = ['privileged_field', 'prototype_key', 'traversal', 'injection'] as const
export type SuspicionSign = (typeof suspicionSigns)[number]

/**
 * What the security stream records, and what each entry says: ids, codes and counts, never an e-mail, a name or an
 * address. A feature adds its kinds here.
 */
export const securityEvents = {
  'auth.login_ok': z.strictObject({ userId: id, familyId: id, network }),
  /** `userId` is null for an account that does not exist. */
  'auth.login_failed': z.strictObject({ userId: id.nullable(), network }),
  /** Once per lock, however often it is tried. */
  'auth.lockout': z.strictObject({ userId: id.nullable(), network }),
  'auth.password_changed': z.strictObject({ userId: id }),
  'auth.password_reset': z.strictObject({ userId: id }),
  'auth.email_changed': z.strictObject({ userId: id }),
  'auth.sign_ins_ended': z.strictObject({ userId: id }),
  'auth.two_factor_enabled': z.strictObject({ userId: id }),
  'auth.two_factor_disabled': z.strictObject({ userId: id }),
  'auth.recovery_code_used': z.strictObject({ userId: id }),
  'auth.logout': z.strictObject({ ownerKind, familyId: id }),
  'token.reuse': z.strictObject({ ownerKind, ownerId: id, familyId: id }),
  /** One per answer of 403. */
  'access.denied': z.strictObject({
    code: z.enum(errorCodes as [string, ...string[]]),
    method: z.string().max(10),
    route: z.string().max(200),
    actorKind: z.string().max(40),
    network,
  }),
  /** Access and refresh tokens that we did not sign, `count` of them from one network; null stands for many networks. */
  'auth.token_rejected': z.strictObject({ ...told, count }),
  /** Similar refused requests that look like an attack; `sign` is what the first of them looked like. */
  'input.suspicious': z.strictObject({ ...told, count, sign: z.enum(suspicionSigns) }),
  'alert.failed_logins': z.strictObject({ count, windowSeconds: z.int() }),
  'alert.owner_failures': z.strictObject({ userId: id, count, windowSeconds: z.int() }),
  'alert.bad_input': z.strictObject({ network, count, windowSeconds: z.int() }),
} as const

/** What an organization's own audit stream records of its people, places and prices. */
export const organizationEvents = {
  'staff.created': z.strictObject({ userId: id, membershipId: id, role }),
  'menu.price_changed': z.strictObject({ branchId: id, dishId: id, fromMinor: z.int(), toMinor: z.int() }),
  'table.code_rotated': z.strictObject({ branchId: id, tableId: id }),
  'session.closed': z.strictObject({ branchId: id, sessionId: id, reason: z.literal('staff') }),
} as const

export type SecurityEventKind = keyof typeof securityEvents
export type OrganizationEventKind = keyof typeof organizationEvents
export type SecurityPayload<K extends SecurityEventKind> = z.input<(typeof securityEvents)[K]>
export type OrganizationPayload<K extends OrganizationEventKind> = z.input<(typeof organizationEvents)[K]>
