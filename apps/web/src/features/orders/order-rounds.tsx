'use client'

import type { Order } from '@repo/schemas/contract'
import { formatOrderNumber } from '@repo/schemas/rules'
import { CircleAlert, ShieldAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { DishPicture } from '@/components/plate/dish-picture.tsx'
import { Price } from '@/components/ui/price.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { useTablePlace } from '@/stores/table-place.tsx'
import { LineState } from './line-state.tsx'

type OrderRoundsProps = { orders: readonly Order[]; ownId: string }

/** Every round of the table in words, the newest first. */
export function OrderRounds({ orders, ownId }: OrderRoundsProps) {
  return (
    <ol className="grid gap-6">
      {orders.toReversed().map((order) => (
        <li key={order.id}>
          <Round order={order} isOwn={order.guestId === ownId} />
        </li>
      ))}
    </ol>
  )
}

function Round({ order, isOwn }: { order: Order; isOwn: boolean }) {
  const t = useTranslations('orders')
  const format = useFormatter()
  const { timeZone } = useTablePlace().branch
  return (
    <section aria-labelledby={`order-${order.id}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`order-${order.id}`} className="type-label">
          {t('round.title', {
            number: formatOrderNumber(order.number),
            name: isOwn ? t('round.yours') : order.guestName,
          })}
        </h2>
        <p className="type-hint figures text-muted-foreground">
          {format.dateTime(new Date(order.placedAt), 'time', { timeZone })} ·{' '}
          <Price amountMinor={order.totalMinor} currency={order.currency} />
        </p>
      </div>
      {order.state === 'cancelled' && (
        <Strip tone="danger" icon={<CircleAlert size={22} />} lead={t('round.refused')} className="mt-2">
          {order.refusalReason ? t('round.reason', { reason: order.refusalReason }) : t('round.refusedBody')}
        </Strip>
      )}
      {order.allergyNote && (
        <Strip tone="danger" icon={<ShieldAlert size={22} />} lead={t('round.allergy')} className="mt-2">
          {order.allergyNote}
        </Strip>
      )}
      <ul className="divide-y">
        {order.lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-center gap-x-3.5 gap-y-2 py-3">
            <DishPicture
              crop="thumb"
              picture={line.picture}
              ware={line.ware}
              backdrop={line.backdrop}
              soldOut={line.state === 'cancelled'}
              className="w-11.5 shrink-0"
            />
            <div className="min-w-0 flex-[1_1_9rem]">
              <p className="type-dish break-words">
                {line.quantity > 1 ? `${line.quantity} × ${line.name}` : line.name}
              </p>
              <LineDetail line={line} />
            </div>
            <LineState state={line.state} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function LineDetail({ line }: { line: Order['lines'][number] }) {
  const t = useTranslations('orders')
  const parts = line.modifiers.map(({ name, kind, quantity }) => {
    if (kind === 'remove') return t('without', { name: name.toLocaleLowerCase() })
    return quantity > 1 ? `${quantity} × ${name}` : name
  })
  if (parts.length === 0 && line.note === '') return null
  return (
    <p className="type-hint break-words text-muted-foreground">
      {parts.join(', ')}
      {line.note && <span className="italic"> “{line.note}”</span>}
    </p>
  )
}
