'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge.tsx'
import { useTableBoard } from '@/lib/live/table-board.tsx'

/** How many orders wait to be confirmed or taken out, on the rail. */
export function OrdersWaiting() {
  const t = useTranslations('staffBoard')
  const { data } = useTableBoard()
  const orders = data?.tables.flatMap(({ session }) => session?.orders ?? []) ?? []
  const count = orders.filter(
    ({ state, dishes }) => state === 'pending' || dishes.some((dish) => dish.state === 'ready'),
  ).length
  return count > 0 ? <Badge label={t('waiting', { count })}>{count}</Badge> : null
}
