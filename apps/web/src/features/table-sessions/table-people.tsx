'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { People } from '@/components/ui/people.tsx'
import { showOverlay } from '@/stores/overlay-store.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { useGuests } from './use-guests.ts'

const mostFaces = 4

/** The faces at the table and its number; a tap says who they are and how to invite more. */
export function TablePeople() {
  const t = useTranslations('tableSession')
  const format = useFormatter()
  const { tableLabel } = useTablePlace()
  const { seated, waiting } = useGuests()
  const label = t('table', { label: tableLabel })
  if (seated.length === 0) return <p className="type-label">{label}</p>
  return (
    <button
      type="button"
      onClick={() => showOverlay('people')}
      className="type-label -my-2 flex min-h-11 items-center gap-2.5 text-left focus-visible:outline-field-ink"
    >
      <People
        people={seated.slice(0, mostFaces)}
        label={t('people.at', { names: format.list(seated.map(({ name }) => name)) })}
        gap="ring-field"
      />
      <span>
        {label}
        {waiting.length > 0 && (
          <span className="block text-yolk">{t('people.waiting', { count: waiting.length })}</span>
        )}
      </span>
    </button>
  )
}
