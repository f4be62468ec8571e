'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { SetPlate } from '@/components/plate/set-plate.tsx'
import { useKeepFocus } from '@/lib/live/use-keep-focus.ts'
import { TablePlate } from './table-plate.tsx'
import { countWaiting, type TableTask } from './table-tasks.ts'
import { TaskVerb } from './task-verb.tsx'
import { TaskDetail, TaskTitle } from './task-words.tsx'

type DoNextProps = {
  tasks: readonly TableTask[]
  currency: string
  onSelect: (tableId: string) => void
  /** Beside the floor there is room for all; above it the first few do. */
  short: boolean
}

const fewTasks = 3

/** Everything that waits for staff, in the order to go about it. */
export function DoNext({ tasks, currency, onSelect, short }: DoNextProps) {
  const t = useTranslations('tables')
  const [all, setAll] = useState(false)
  const section = useRef<HTMLElement>(null)
  useKeepFocus(section)
  const shown = short && !all ? tasks.slice(0, fewTasks) : tasks
  return (
    <section ref={section} tabIndex={-1} aria-labelledby="do-next" className="outline-none">
      <header className="flex items-baseline justify-between gap-4 py-2">
        <h2 id="do-next" className="type-section">
          {t('doNext')}
        </h2>
        <p role="status" className="type-hint text-muted-foreground">
          {t('waitingCount', { count: countWaiting(tasks) })}
        </p>
      </header>
      {tasks.length === 0 && (
        <p className="flex items-center gap-3.5 py-3 text-muted-foreground">
          <SetPlate className="w-12 shrink-0" />
          {t('nothingWaits')}
        </p>
      )}
      <ul>
        {shown.map((task) => (
          <TaskRow key={task.id} task={task} currency={currency} onSelect={() => onSelect(task.table.id)} />
        ))}
      </ul>
      {shown.length < tasks.length && (
        <button
          type="button"
          className="type-label min-h-11 w-full rounded-full text-center hover:bg-sunken"
          onClick={() => setAll(true)}
        >
          {t('showAll', { count: tasks.length })}
        </button>
      )}
    </section>
  )
}

type TaskRowProps = { task: TableTask; currency: string; onSelect: () => void }

function TaskRow({ task, currency, onSelect }: TaskRowProps) {
  const t = useTranslations('tables')
  const { table, session } = task
  return (
    <li className="flex items-center gap-3 border-b py-2.5 last:border-b-0">
      <button
        type="button"
        className="flex min-w-0 flex-1 items-center gap-3.5 rounded-md text-left"
        onClick={onSelect}
      >
        <TablePlate label={table.label} />
        <span className="min-w-0 flex-1">
          <span className="sr-only">{t('table', { label: table.label })}, </span>
          <span className="type-label line-clamp-2 [overflow-wrap:anywhere]">
            <TaskTitle task={task} />
          </span>
          <span className="type-hint block text-muted-foreground">
            <TaskDetail task={task} session={session} currency={currency} />
          </span>
        </span>
      </button>
      <TaskVerb task={task} session={session} tableLabel={table.label} onLook={onSelect} />
    </li>
  )
}
