'use client'

import { useTranslations } from 'next-intl'
import type { TableStatus } from './table-status.ts'

/** A table's state in two or three words. */
export function useStatusWords() {
  const t = useTranslations('tables.status')
  return (status: TableStatus): string => {
    if (status.kind !== 'task') return t(status.kind)
    const { task } = status
    if (task.kind === 'call') return t(task.call.kind)
    if (task.kind !== 'ready') return t(task.kind)
    const [dish, ...more] = task.dishes
    return dish && more.length === 0
      ? t('ready', { dish: dish.name })
      : t('readyMany', { count: task.dishes.length })
  }
}
