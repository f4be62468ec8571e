'use client'

import { ChefHat } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PlateRow } from '@/lib/live/plate-row.tsx'
import { Timer } from '@/lib/live/timer.tsx'
import type { TableTask } from './table-tasks.ts'

type ThePassProps = { tasks: readonly TableTask[]; onSelect: (tableId: string) => void }

/** What stands between kitchen and tables now. */
export function ThePass({ tasks, onSelect }: ThePassProps) {
  const t = useTranslations('tables')
  const ready = tasks.filter((task) => task.kind === 'ready')
  return (
    <section aria-labelledby="the-pass" className="the-pass">
      <h2 id="the-pass" className="type-section flex items-center gap-3">
        <ChefHat size={24} aria-hidden />
        {t('pass')}
      </h2>
      {ready.length === 0 && <p className="type-hint opacity-85">{t('passEmpty')}</p>}
      <ul className="flex min-w-0 gap-6 overflow-x-auto scrollbar-none">
        {ready.map((task) => (
          <li key={task.id} className="shrink-0">
            <button
              type="button"
              className="flex min-h-14 items-center gap-3 rounded-md text-left focus-visible:outline-current focus-visible:-outline-offset-3"
              onClick={() => onSelect(task.table.id)}
            >
              <PlateRow small plates={task.dishes.map((dish, at) => ({ id: `${at}`, ...dish }))} />
              <span>
                <span className="type-label block">{t('table', { label: task.table.label })}</span>
                <span className="type-hint block opacity-85">
                  {t.rich('detail.ready', { timer: () => <Timer since={task.since} /> })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
