'use client'

import { useTranslations } from 'next-intl'
import { useTablePlace } from '@/stores/table-place.tsx'
import { useGuests } from './use-guests.ts'

/** "Table 7, three of you" */
export function TableLine() {
  const t = useTranslations('tableSession')
  const { tableLabel } = useTablePlace()
  const { seated } = useGuests()
  return t('people.count', { label: tableLabel, count: seated.length })
}
