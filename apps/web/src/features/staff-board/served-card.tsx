'use client'

import type { TableBoard } from '@repo/schemas/contract'
import { formatOrderNumber } from '@repo/schemas/rules'
import { Hand, ReceiptText } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip.tsx'
import { dishWords } from '@/lib/live/dish-words.ts'
import { PlateRow } from '@/lib/live/plate-row.tsx'
import { Timer } from '@/lib/live/timer.tsx'
import type { ServedTable } from './lanes.ts'

/** What stands on a table, and whether somebody there calls; it opens the table. */
export function ServedCard({ served, room }: { served: ServedTable; room: TableBoard }) {
  const t = useTranslations('staffBoard')
  const table = room.tables.find(({ session }) => session?.id === served.sessionId)
  const calls = table?.session?.calls.filter(({ state }) => state === 'open') ?? []
  return (
    <article className="relative grid gap-2.5 rounded-lg border-2 bg-surface p-4 hover:bg-raised">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Link
            href={`/tables?table=${table?.id}`}
            className="type-section after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-ring"
          >
            {t('table', { label: served.tableLabel })}
          </Link>
          <span className="type-hint figures text-muted-foreground">
            {served.orders.map(({ number }) => `#${formatOrderNumber(number)}`).join(' ')}
          </span>
        </h3>
        <span className="type-section shrink-0 text-[1.1875rem]">{t('state.served')}</span>
      </div>
      <PlateRow plates={served.lines} />
      <p className="type-hint line-clamp-3 text-muted-foreground">{dishWords(served.lines)}</p>
      {calls.map(({ id, kind, calledAt }) => {
        const Icon = kind === 'bill' ? ReceiptText : Hand
        return (
          <Chip
            key={id}
            tone="yolk"
            icon={<Icon size={15} strokeWidth={2.4} aria-hidden />}
            className="justify-self-start"
          >
            {t(`call.${kind}`)} <Timer since={calledAt} className="font-extrabold" />
          </Chip>
        )
      })}
    </article>
  )
}
