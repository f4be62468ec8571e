'use client'

import type { TableBoard } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Tabs } from '@/components/ui/tabs.tsx'
import { useNow } from '@/lib/live/live-branch.tsx'
import { LiveHeader } from '@/lib/live/live-header.tsx'
import { useIsWide } from '@/lib/live/use-is-wide.ts'
import { useSelected } from '@/lib/live/use-selected.ts'
import { DoNext } from './do-next.tsx'
import { Floor } from './floor.tsx'
import { TablePanel, TableSheet } from './table-panel.tsx'
import { roomTasks } from './table-tasks.ts'
import { ThePass } from './the-pass.tsx'

/** The room from above, who waits in it, and one table in detail. */
export function TablesBoard({ board }: { board: TableBoard }) {
  const t = useTranslations('tables')
  const wide = useIsWide()
  const [selectedId, select] = useSelected('table')
  const [wantedArea, setArea] = useState<string | null>(null)
  const tasks = roomTasks(board, useNow())
  const selected = board.tables.find(({ id }) => id === selectedId)
  const areas = [...new Set(board.tables.map(({ area }) => area))]
  const area = wantedArea ?? selected?.area ?? areas[0] ?? ''

  const open = (tableId: string) => {
    const table = board.tables.find(({ id }) => id === tableId)
    if (table) setArea(table.area)
    select(tableId)
  }
  const close = () => select(null)
  const doNext = <DoNext tasks={tasks} currency={board.currency} onSelect={open} short={!wide} />

  return (
    <div className="grid grid-cols-1 panel:grid-cols-[minmax(0,1fr)_23rem]">
      <div className="flex min-h-dvh flex-col pb-4.5">
        <LiveHeader title={t('title')}>
          {areas.length > 1 && (
            <Tabs
              label={t('areas')}
              tabs={areas.map((name) => ({ value: name, label: name || t('noArea') }))}
              value={area}
              onValueChange={setArea}
            />
          )}
          <p className="type-hint text-muted-foreground">{t('seated', countSeated(board))}</p>
        </LiveHeader>
        {!wide && <div className="px-4.5 pb-4 rail:px-6">{doNext}</div>}
        <div className="mx-3 flex flex-1 flex-col overflow-clip rounded-xl border rail:mx-6 panel:mr-4.5">
          <Floor
            tables={board.tables.filter((table) => table.area === area)}
            targetMinutes={board.targetMinutes}
            selectedId={selected?.id ?? null}
            onSelect={open}
          />
          <ThePass tasks={tasks} onSelect={open} />
        </div>
      </div>
      {wide && (
        <aside className="sticky top-0 flex max-h-dvh flex-col gap-4 py-4.5 pr-6">
          <div className="relative -mx-2 min-h-[38dvh] flex-1 overflow-y-auto px-2">{doNext}</div>
          {selected && <TablePanel table={selected} currency={board.currency} onClose={close} />}
        </aside>
      )}
      {!wide && selected && <TableSheet table={selected} currency={board.currency} onClose={close} />}
    </div>
  )
}

function countSeated({ tables }: TableBoard) {
  const taken = tables.flatMap(({ session }) => session ?? [])
  const guests = taken.flatMap((session) => session.guests).filter(({ state }) => state === 'active').length
  return { taken: taken.length, all: tables.length, guests }
}
