'use client'

import { can } from '@repo/auth/policy'
import type { Order } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'
import { Served } from '@/components/plate/served.tsx'
import { Price } from '@/components/ui/price.tsx'
import { useLive } from '@/lib/live/live-branch.tsx'
import { OrderStateChip } from '@/lib/live/order-state-chip.tsx'
import { moveLines } from '@/lib/live/staff-orders.ts'
import { useServe } from '@/lib/live/use-serve.ts'
import { VerbButton } from '@/lib/live/verb-button.tsx'

type Line = Order['lines'][number]
type OrderLineRowProps = { order: Order; line: Line }

export function OrderLineRow({ order, line }: OrderLineRowProps) {
  return (
    <li className="flex items-start gap-3 border-b py-3 last:border-b-0">
      <Served picture={line.picture} ware={line.ware} sizes="48px" small className="w-12 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline justify-between gap-3">
          <span className="type-label [overflow-wrap:anywhere]">
            {line.quantity > 1 && `${line.quantity} × `}
            {line.name}
          </span>
          <Price bare className="type-price" amountMinor={line.lineMinor} currency={order.currency} />
        </p>
        <Modifiers line={line} />
        {line.note && (
          <p dir="auto" className="type-hint text-warning-text">
            {line.note}
          </p>
        )}
        <div className="mt-1.5 flex min-h-8 flex-wrap items-center justify-between gap-2">
          <OrderStateChip state={line.state} />
          <LineVerb order={order} line={line} />
        </div>
      </div>
    </li>
  )
}

function Modifiers({ line }: { line: Line }) {
  const t = useTranslations('staffBoard')
  return line.modifiers.map(({ optionId, kind, name, quantity }) => (
    <p key={optionId} className="type-hint text-muted-foreground">
      {kind === 'remove' && <strong className="font-extrabold text-ink uppercase">{t('no')} </strong>}
      {kind === 'add' && '+ '}
      {quantity > 1 && `${quantity} × `}
      {name}
    </p>
  ))
}

/** One plate may go out before the others, and come back if that was a mistake. */
function LineVerb({ order, line }: OrderLineRowProps) {
  const t = useTranslations('staffBoard.verb')
  const { id: branchId, role } = useLive().branch
  const serve = useServe()
  if (!can(role, 'order:serve')) return null
  if (line.state === 'ready')
    return (
      <VerbButton
        size={44}
        variant="quiet"
        work={() => serve(order, [{ lineId: line.id, from: 'ready', to: 'served' }])}
      >
        {t('takenOut')}
      </VerbButton>
    )
  if (line.state !== 'served') return null
  const back = [{ lineId: line.id, from: 'served' as const, to: 'ready' as const }]
  return (
    <VerbButton size={44} variant="line" work={() => moveLines({ branchId, orderId: order.id }, back)}>
      {t('notTakenOut')}
    </VerbButton>
  )
}
