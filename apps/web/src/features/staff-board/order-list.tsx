'use client'

import type { Order } from '@repo/schemas/contract'
import { useFormatter, useTranslations } from 'next-intl'
import { SetPlate } from '@/components/plate/set-plate.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { Price } from '@/components/ui/price.tsx'
import { OrderStateChip } from '@/lib/live/order-state-chip.tsx'
import { PlateRow } from '@/lib/live/plate-row.tsx'
import { OrderHeading } from './order-heading.tsx'

type OrderListProps = {
  orders: readonly Order[]
  scope: 'served' | 'cancelled'
  selectedId: string | null
  onSelect: (orderId: string) => void
}

/** Orders that are over, the newest first. */
export function OrderList({ orders, scope, selectedId, onSelect }: OrderListProps) {
  const t = useTranslations('staffBoard')
  const format = useFormatter()
  if (orders.length === 0)
    return (
      <EmptyState picture={<SetPlate />} title={t(`empty.${scope}`)} className="pt-16">
        {t('empty.shift')}
      </EmptyState>
    )
  return (
    <ul className="grid gap-3.5 px-4.5 rail:grid-cols-[repeat(auto-fill,minmax(19rem,1fr))] rail:px-6">
      {orders.toReversed().map((order) => (
        <li key={order.id}>
          <article className="relative grid gap-2.5 rounded-lg border-2 bg-surface p-4 hover:bg-raised">
            <OrderHeading
              level={2}
              order={order}
              selected={order.id === selectedId}
              onSelect={() => onSelect(order.id)}
            >
              {format.dateTime(new Date(order.placedAt), 'time')}
            </OrderHeading>
            <PlateRow plates={order.lines} />
            {order.refusalReason && <p className="type-hint text-danger-text">{order.refusalReason}</p>}
            <div className="flex items-center justify-between gap-3">
              <OrderStateChip state={order.state} />
              <Price className="type-price" amountMinor={order.totalMinor} currency={order.currency} />
            </div>
          </article>
        </li>
      ))}
    </ul>
  )
}
