'use client'

import type { Order } from '@repo/schemas/contract'
import { formatOrderNumber } from '@repo/schemas/rules'
import { ShieldAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { OrderStateChip } from '@/lib/live/order-state-chip.tsx'
import { OrderLineRow } from './order-line-row.tsx'
import { OrderTotals } from './order-totals.tsx'

/** One order whole: allergies before dishes, every line with its state, and the sum. */
export function OrderDetails({ order }: { order: Order }) {
  const t = useTranslations('staffBoard')
  const format = useFormatter()
  const placed = format.dateTime(new Date(order.placedAt), 'time')
  return (
    <div className="grid gap-3">
      <p className="type-hint flex flex-wrap items-center gap-x-3 gap-y-2 text-muted-foreground">
        <span className="figures">#{formatOrderNumber(order.number)}</span>
        <span dir="auto">
          {order.guestName ? t('placedBy', { time: placed, name: order.guestName }) : placed}
        </span>
        <OrderStateChip state={order.state} />
      </p>
      {order.allergyNote && (
        <p role="note" className="flex items-start gap-3 rounded-sm bg-danger px-3.5 py-3 text-danger-ink">
          <ShieldAlert size={24} className="shrink-0" aria-hidden />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <strong className="block font-extrabold uppercase">{t('allergy')}</strong>
            <span dir="auto">{order.allergyNote}</span>
          </span>
        </p>
      )}
      {order.note && (
        <p dir="auto" className="rounded-sm bg-warning-soft px-3.5 py-2.5 text-warning-text">
          {order.note}
        </p>
      )}
      {order.refusalReason && (
        <p className="rounded-sm bg-danger-soft px-3.5 py-2.5 text-danger-text">
          {t('refusedBecause', { reason: order.refusalReason })}
        </p>
      )}
      <ul aria-label={t('lines')} className="border-y">
        {order.lines.map((line) => (
          <OrderLineRow key={line.id} order={order} line={line} />
        ))}
      </ul>
      <OrderTotals order={order} />
    </div>
  )
}
