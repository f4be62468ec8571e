import type { branches } from '@repo/db/schema'
import type { Locale } from '@repo/schemas/contract'

type Languages = Pick<typeof branches.$inferSelect, 'defaultLocale' | 'locales'>

/** The wanted language if the branch offers it, else the branch's own. */
export const chooseLocale = ({ defaultLocale, locales }: Languages, wanted: string | undefined): Locale =>
  locales.find((locale) => locale === wanted) ?? defaultLocale
