'use client'

import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { useTablePlace } from '@/stores/table-place.tsx'
import { watchTable } from './watch-table.ts'

/** Keeps what this phone knows of the table true while any of its pages is open. */
export function TableWatch() {
  const { branchSlug, tableCode } = useTablePlace()
  const locale = useLocale()
  useEffect(() => watchTable({ branchSlug, tableCode, locale }), [branchSlug, tableCode, locale])
  return null
}
