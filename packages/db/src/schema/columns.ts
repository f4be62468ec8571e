import { bigint, customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Primary key made by the application as UUIDv7, so that keys sort by time. */
export const id = () => uuid().primaryKey()

/** Amount in the currency's minor unit. */
export const minor = () => bigint({ mode: 'number' })

export const instant = () => timestamp({ withTimezone: true, mode: 'string' })
export const createdAt = () => instant().notNull().defaultNow()

/** The two keys that every tenant row carries. */
export const tenant = () => ({ organizationId: uuid().notNull(), branchId: uuid().notNull() })

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** Text per language, `{"en": "…", "es": "…"}`. */
export type Localized = { en?: string | undefined; es?: string | undefined }
