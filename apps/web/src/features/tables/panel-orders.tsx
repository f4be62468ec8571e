'use client'

import { formatOrderNumber } from '@repo/schemas/rules'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Price } from '@/components/ui/price.tsx'
import { dishWords } from '@/lib/live/dish-words.ts'
import { useLive } from '@/lib/live/live-branch.tsx'
import { OrderStateChip } from '@/lib/live/order-state-chip.tsx'
import { PlateRow } from '@/lib/live/plate-row.tsx'
import { confirmOrder } from '@/lib/live/staff-orders.ts'
import { useServe } from '@/lib/live/use-serve.ts'
import { VerbButton } from '@/lib/live/verb-button.tsx'
import { PanelSection } from './panel-section.tsx'
import type { BoardOrder, Session } from './table-tasks.ts'

type PanelOrdersProps = { session: Session; tableLabel: string; currency: string }

/** The rounds of this table, newest first. */
export function PanelOrders({ session, tableLabel, currency }: PanelOrdersProps) {
  const t = useTranslations('tables')
  return (
    <PanelSection title={t('orders')}>
      {session.orders.length === 0 && <p className="text-muted-foreground">{t('noOrders')}</p>}
      <ul className="grid gap-2.5">
        {session.orders.toReversed().map((order) => (
          <OrderRow key={order.id} order={order} tableLabel={tableLabel} currency={currency} />
        ))}
      </ul>
    </PanelSection>
  )
}

type OrderRowProps = { order: BoardOrder; tableLabel: string; currency: string }

function OrderRow({ order, tableLabel, currency }: OrderRowProps) {
  const plates = order.dishes.map((dish, at) => ({ id: `${at}`, ...dish, faint: dish.state !== 'served' }))
  return (
    <li className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-3">
        <Link href={`/orders?order=${order.id}`} className="link figures inline-flex min-h-11 items-center">
          #{formatOrderNumber(order.number)}
        </Link>
        <OrderStateChip state={order.state} />
        <Price bare className="type-price ml-auto" amountMinor={order.totalMinor} currency={currency} />
      </div>
      <div className="flex items-center gap-3">
        <PlateRow small plates={plates} />
        <p className="type-hint min-w-0 text-muted-foreground">{dishWords(order.dishes)}</p>
      </div>
      <OrderVerb order={order} tableLabel={tableLabel} />
    </li>
  )
}

function OrderVerb({ order, tableLabel }: { order: BoardOrder; tableLabel: string }) {
  const t = useTranslations('tables.verb')
  const { id: branchId } = useLive().branch
  const serve = useServe()
  if (order.state === 'pending')
    return (
      <VerbButton
        size={44}
        className="justify-self-end"
        work={() => confirmOrder({ branchId, orderId: order.id })}
      >
        {t('confirm')}
      </VerbButton>
    )
  if (!order.dishes.some(({ state }) => state === 'ready')) return null
  return (
    <VerbButton size={44} className="justify-self-end" work={() => serve({ id: order.id, tableLabel })}>
      {t('takenOut')}
    </VerbButton>
  )
}
