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
    return task.kind === 'ready' ? t('ready', { count: task.dishes.length }) : t(task.kind)
  }
}
