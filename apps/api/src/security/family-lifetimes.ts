import { refreshToken } from '@repo/config/limits'

export type FamilyKind = 'staff' | 'customer' | 'device'

const lifetimes = { staff: refreshToken.staff, customer: refreshToken.guest, device: refreshToken.device }

/** The end of the year 9999, stored where there is no end. */
const endOfTimeMs = 253_402_300_799_000

/** When a family ends, however often it is used. */
export const absoluteExpiryMs = (kind: FamilyKind, nowMs: number): number =>
  Math.min(nowMs + lifetimes[kind].absoluteSeconds * 1_000, endOfTimeMs)

/** When a token made now ends unless it is used; never after its family. */
export const nextExpiryMs = (kind: FamilyKind, nowMs: number, absoluteExpiresAtMs: number): number =>
  Math.min(nowMs + lifetimes[kind].idleSeconds * 1_000, absoluteExpiresAtMs)

export const secondsUntil = (instantMs: number, nowMs: number): number =>
  Math.floor((instantMs - nowMs) / 1_000)

/** ISO 8601, as instants are written to the database. */
export const toInstant = (ms: number): string => new Date(ms).toISOString()
