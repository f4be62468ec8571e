'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge.tsx'
import { useNow } from '@/lib/live/live-branch.tsx'
import { useTableBoard } from '@/lib/live/table-board.tsx'
import { countWaiting, roomTasks } from './table-tasks.ts'

/** How many at the tables wait for somebody, on the rail. */
export function TablesWaiting() {
  const t = useTranslations('staffBoard')
  const now = useNow()
  const { data } = useTableBoard()
  const count = data ? countWaiting(roomTasks(data, now)) : 0
  return count > 0 ? <Badge label={t('waiting', { count })}>{count}</Badge> : null
}
