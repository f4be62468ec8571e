import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { watchTable } from './watch-table.ts'

/** Keeps what this phone knows of its table current, while it has a seat or may have one. */
export function useWatchedTable(mayBeSeated: boolean): void {
  const locale = useLocale()
  useEffect(() => (mayBeSeated ? watchTable(locale) : undefined), [mayBeSeated, locale])
}
