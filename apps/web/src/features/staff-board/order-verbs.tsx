'use client'

import type { Order } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'
import { cn } from '@/lib/cn.ts'
import { useLive } from '@/lib/live/live-branch.tsx'
import { confirmOrder, serveMoves } from '@/lib/live/staff-orders.ts'
import { useServe } from '@/lib/live/use-serve.ts'
import { VerbButton } from '@/lib/live/verb-button.tsx'
import { RefuseOrder } from './refuse-order.tsx'
import { whichVerb } from './which-verb.ts'

type OrderVerbsProps = { order: Order; lines: Order['lines']; className?: string }

/** The verbs that bring these plates on, for those who may. */
export function OrderVerbs({ order, lines, className }: OrderVerbsProps) {
  const t = useTranslations('staffBoard.verb')
  const { id: branchId, role } = useLive().branch
  const serve = useServe()
  const verb = whichVerb(order, lines, role)
  if (verb === null) return null
  return (
    <div className={cn('relative flex flex-wrap justify-end gap-2', className)}>
      {verb === 'decide' && <RefuseOrder order={order} />}
      {verb === 'decide' ? (
        <VerbButton size={44} work={() => confirmOrder({ branchId, orderId: order.id })}>
          {t('confirm')}
        </VerbButton>
      ) : (
        <VerbButton size={44} work={() => serve(order, serveMoves({ lines }))}>
          {t('takenOut')}
        </VerbButton>
      )}
    </div>
  )
}
