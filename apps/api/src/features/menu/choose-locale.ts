import type { branches } from '@repo/db/schema'

type Languages = Pick<typeof branches.$inferSelect, 'defaultLocale' | 'locales'>

/** The wanted language if the branch offers it, else the branch's own. */
export const chooseLocale = ({ defaultLocale, locales }: Languages, wanted: string | undefined): string =>
  wanted !== undefined && locales.includes(wanted) ? wanted : defaultLocale
