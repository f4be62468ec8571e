'use client'

import './tables.css'
import { useTranslations } from 'next-intl'
import { LiveHeader } from '@/lib/live/live-header.tsx'
import { LivePage } from '@/lib/live/live-page.tsx'
import { useTableBoard } from '@/lib/live/table-board.tsx'
import { FloorSkeleton } from './floor-skeleton.tsx'
import { NoTables } from './no-tables.tsx'
import { TablesBoard } from './tables-board.tsx'

export function TablesPage() {
  const t = useTranslations('tables')
  const { data, problem } = useTableBoard()
  return (
    <LivePage needs="table:read" problem={problem}>
      {data === null ? (
        <div className="grid panel:grid-cols-[minmax(0,1fr)_23rem]">
          <div className="flex min-h-dvh flex-col pb-4.5">
            <LiveHeader title={t('title')} />
            <p role="status" className="sr-only">
              {t('loading')}
            </p>
            <FloorSkeleton />
          </div>
        </div>
      ) : data.tables.length === 0 ? (
        <NoTables />
      ) : (
        <TablesBoard board={data} />
      )}
    </LivePage>
  )
}
