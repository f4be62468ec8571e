'use client'

import type { DiningTable } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'
import { Price } from '@/components/ui/price.tsx'
import { CloseTable } from './close-table.tsx'
import { JoinCode } from './join-code.tsx'
import { PanelCalls } from './panel-calls.tsx'
import { PanelGuests } from './panel-guests.tsx'
import { PanelOrders } from './panel-orders.tsx'

type TableDetailsProps = { table: DiningTable; currency: string }

/** All about one table: calls, guests, rounds, the code to join, and its end. */
export function TableDetails({ table, currency }: TableDetailsProps) {
  const t = useTranslations('tables')
  const { session } = table
  if (!session) return <p className="py-3 text-muted-foreground">{t('freeHint', { seats: table.seats })}</p>
  return (
    <>
      <PanelCalls session={session} />
      <PanelGuests session={session} currency={currency} />
      <p className="flex items-baseline justify-between gap-3 border-t py-3">
        {t('soFar')}
        <Price className="type-section" amountMinor={session.totalMinor} currency={currency} />
      </p>
      <PanelOrders session={session} tableLabel={table.label} currency={currency} />
      <JoinCode session={session} />
      <CloseTable session={session} label={table.label} currency={currency} />
    </>
  )
}
