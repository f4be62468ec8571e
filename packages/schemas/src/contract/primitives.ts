import { z } from 'zod'
import { isBranchSlug, isCurrencyCode } from '../rules/index.ts'

// Zod compiles parsers with `new Function`, which a strict CSP forbids.
z.config({ jitless: true })

export const locales = ['en', 'es'] as const
export const Locale = z.enum(locales)
export type Locale = z.infer<typeof Locale>

/** UUID of any version; ids are made as UUIDv7 (RFC 9562). */
export const Id = z.uuid()

/** Instant in ISO 8601, UTC. */
export const Instant = z.iso.datetime({ offset: true })

/** Non-negative amount in the currency's minor unit; the cap keeps every product a safe integer. */
export const AmountMinor = z.int().min(0).max(1_000_000_000)

/** Sum of several amounts, each of which is capped: any safe integer. */
export const SumMinor = z.int().min(0)

/** Amount that may be negative, as a price difference of a modifier is. */
export const DifferenceMinor = z.int().min(-1_000_000_000).max(1_000_000_000)

/** Rate in parts per million: 18 % is 180000. */
export const RatePpm = z.int().min(0).max(1_000_000)

// Controls, bidi overrides and isolates, and zero-width fillers change how a line reads without being seen.
const unsafeCharacters = /[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u
const unsafeExceptNewline = /[^\P{Cc}\n]|[\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u
const stackedMarks = /\p{M}{5,}/u

const readable = (unsafe: RegExp) => (text: string) =>
  text.isWellFormed() && !unsafe.test(text) && !stackedMarks.test(text)

/** One line of visible text in any script, NFC, trimmed. */
export const line = (maxLength: number, minLength = 1) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(minLength)
    .max(maxLength)
    .refine(readable(unsafeCharacters), { error: 'contains characters that cannot be shown' })

/** Visible text that may hold line breaks, NFC, trimmed. */
export const paragraph = (maxLength: number, minLength = 0) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(minLength)
    .max(maxLength)
    .refine(readable(unsafeExceptNewline), { error: 'contains characters that cannot be shown' })

/** Text per language; a reader falls back to the branch's default language. */
export const LocalizedText = z.strictObject({ en: paragraph(400).optional(), es: paragraph(400).optional() })
export const LocalizedName = z.strictObject({ en: line(80).optional(), es: line(80).optional() })
export type LocalizedText = z.infer<typeof LocalizedText>

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const CurrencyCode = z.string().refine(isCurrencyCode, { error: 'is not a currency of ISO 4217' })

export const BranchSlug = z.string().refine(isBranchSlug, { error: 'is not an address of a branch' })

/** A table's sticker code as typed or scanned: 12 characters without look-alikes, dashes and case ignored. */
export const TableCode = z
  .string()
  .max(20)
  .transform((code) => code.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{12}$/))

export const JoinCode = z
  .string()
  .max(12)
  .transform((code) => code.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{6}$/))

/** Resume point of a live event stream: `stream.epoch.seq`. */
export const Cursor = z.string().max(120)

/** One page of a growing list: at most `limit` items, after the one that the last page ended with. */
export const PageQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .transform(Number)
    .prefault('20'),
  after: Id.optional(),
})
export type PageQuery = z.infer<typeof PageQuery>
/** The cursor for the next page; null on the last one. */
export const NextPage = Id.nullable()

export const LocaleQuery = z.strictObject({ locale: Locale.optional() })
export const Empty = z.strictObject({})
