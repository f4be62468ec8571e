'use client'

import type { DiningTable } from '@repo/schemas/contract'
import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { Sheet } from '@/components/ui/sheet.tsx'
import { TableDetails } from './table-details.tsx'

type TablePanelProps = { table: DiningTable; currency: string; onClose: () => void }

/** Beside the floor. */
export function TablePanel({ table, currency, onClose }: TablePanelProps) {
  const t = useTranslations()
  return (
    <section
      aria-label={t('tables.table', { label: table.label })}
      className="flex min-h-0 flex-col rounded-lg bg-surface shadow-raised"
    >
      <header className="flex items-center gap-3 px-4.5 pt-3 pb-1">
        <h2 className="type-section flex-1">{t('tables.table', { label: table.label })}</h2>
        <Since table={table} />
        <IconButton label={t('common.close')} variant="bare" onClick={onClose}>
          <X size={22} aria-hidden />
        </IconButton>
      </header>
      <div className="relative min-h-0 overflow-y-auto px-4.5 pb-2">
        <TableDetails table={table} currency={currency} />
      </div>
    </section>
  )
}

/** Over the floor, where there is no room beside it. */
export function TableSheet({ table, currency, onClose }: TablePanelProps) {
  const t = useTranslations()
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('tables.table', { label: table.label })}
      closeLabel={t('common.close')}
    >
      <Since table={table} />
      <TableDetails table={table} currency={currency} />
    </Sheet>
  )
}

function Since({ table: { session } }: { table: DiningTable }) {
  const t = useTranslations('tables')
  const format = useFormatter()
  if (!session) return null
  return (
    <p className="type-hint text-muted-foreground">
      {t('since', { time: format.dateTime(new Date(session.openedAt), 'time') })}
    </p>
  )
}
