'use client'

import { can } from '@repo/auth/policy'
import type { Order } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'
import { cn } from '@/lib/cn.ts'
import { useLive } from '@/lib/live/live-branch.tsx'
import { confirmOrder, serveMoves } from '@/lib/live/staff-orders.ts'
import { useServe } from '@/lib/live/use-serve.ts'
import { VerbButton } from '@/lib/live/verb-button.tsx'
import { RefuseOrder } from './refuse-order.tsx'

type OrderVerbsProps = { order: Order; lines: Order['lines']; className?: string }

/** What this person may do with these plates now; nothing when there is nothing to do. */
export function OrderVerbs({ order, lines, className }: OrderVerbsProps) {
  const t = useTranslations('staffBoard.verb')
  const { id: branchId, role } = useLive().branch
  const serve = useServe()
  const moves = serveMoves({ lines })
  if (order.state === 'pending' && can(role, 'order:confirm'))
    return (
      <div className={cn('relative flex flex-wrap justify-end gap-2', className)}>
        <RefuseOrder order={order} />
        <VerbButton size={44} work={() => confirmOrder({ branchId, orderId: order.id })}>
          {t('confirm')}
        </VerbButton>
      </div>
    )
  if (moves.length === 0 || !can(role, 'order:serve')) return null
  return (
    <div className={cn('relative flex justify-end', className)}>
      <VerbButton size={44} work={() => serve(order, moves)}>
        {t('takenOut')}
      </VerbButton>
    </div>
  )
}
