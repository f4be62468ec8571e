'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatMoney } from '@/lib/format-money.ts'
import { dishWords } from '@/lib/live/dish-words.ts'
import { Timer } from '@/lib/live/timer.tsx'
import type { Session, Task } from './table-tasks.ts'

type TaskWordsProps = { task: Task; session: Session; currency: string }

/** Who waits for what, in one short line. */
export function TaskTitle({ task }: { task: Task }) {
  const t = useTranslations('tables.task')
  switch (task.kind) {
    case 'guest':
      return t('guest', { name: task.guest.name })
    case 'confirm':
      return t('confirm')
    case 'call':
      return t(task.call.kind)
    case 'taken':
      return t(task.call.kind === 'bill' ? 'billTaken' : 'waiterTaken')
    case 'ready':
      return t('ready', { dishes: dishWords(task.dishes) })
    case 'late':
      return t('late')
  }
}

/** What one needs to know before going, and for how long it has waited. */
export function TaskDetail({ task, session, currency }: TaskWordsProps) {
  const t = useTranslations('tables.detail')
  const locale = useLocale()
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency, locale })
  const timer = () => <Timer since={task.since} />
  const nameOf = (guestId: string | null) => session.guests.find(({ id }) => id === guestId)?.name
  switch (task.kind) {
    case 'guest':
      return t.rich('waiting', { timer })
    case 'confirm': {
      const count = task.order.dishes.reduce((sum, { quantity }) => sum + quantity, 0)
      return t.rich('confirm', { count, total: money(task.order.totalMinor), timer })
    }
    case 'call':
    case 'taken':
      return task.call.kind === 'bill'
        ? t.rich('bill', { total: money(session.totalMinor), timer })
        : t.rich('waiter', { timer })
    case 'ready': {
      const name = nameOf(task.order.guestId)
      return name ? t.rich('readyFor', { name, timer }) : t.rich('ready', { timer })
    }
    case 'late':
      return t.rich('late', { dishes: dishWords(task.dishes), timer })
  }
}
