'use client'

import type { DiningTable, TableBoard } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'
import { FloorTable } from '@/components/table/floor-table.tsx'
import { useNow } from '@/lib/live/live-branch.tsx'
import { floorPlates } from './floor-plates.ts'
import { TableBadge } from './table-badge.tsx'
import { tableStatus } from './table-status.ts'

type FloorProps = {
  tables: TableBoard['tables']
  targetMinutes: number
  selectedId: string | null
  onSelect: (tableId: string) => void
}

/** The room from above. Tables stand in the order of their numbers, in rows as long as the screen is wide. */
export function Floor({ tables, targetMinutes, selectedId, onSelect }: FloorProps) {
  const t = useTranslations('tables')
  return (
    <ul aria-label={t('floor')} className="floor floor-rows">
      {tables.map((table) => (
        <li key={table.id}>
          <FloorSpot
            table={table}
            targetMinutes={targetMinutes}
            selected={table.id === selectedId}
            onSelect={() => onSelect(table.id)}
          />
        </li>
      ))}
    </ul>
  )
}

type FloorSpotProps = { table: DiningTable; targetMinutes: number; selected: boolean; onSelect: () => void }

function FloorSpot({ table, targetMinutes, selected, onSelect }: FloorSpotProps) {
  const t = useTranslations('tables')
  return (
    <button type="button" className="floor-spot" aria-pressed={selected} onClick={onSelect}>
      <span aria-hidden className="contents">
        <FloorTable
          label={table.label}
          shape={table.shape}
          seats={table.seats}
          plates={floorPlates(table.session)}
          selected={selected}
        />
      </span>
      <span className="sr-only">{t('table', { label: table.label })}, </span>
      <TableBadge status={tableStatus(table, useNow(), targetMinutes)} />
    </button>
  )
}
