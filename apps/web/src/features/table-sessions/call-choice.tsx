'use client'

import type { ServiceCall } from '@repo/schemas/contract'
import { Check } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip.tsx'
import { useTablePlace } from '@/stores/table-place.tsx'
import { TaskProblem } from './task-problem.tsx'
import { useCall } from './use-call.ts'

/** A call as a wide button that becomes its own answer. */
export function CallChoice({ kind, icon }: { kind: ServiceCall['kind']; icon: ReactNode }) {
  const t = useTranslations('tableSession.call')
  const format = useFormatter()
  const { timeZone } = useTablePlace().branch
  const { current, call, isBusy, problem } = useCall(kind)
  return (
    <div className="grid gap-2">
      <button
        type="button"
        onClick={current || isBusy ? undefined : call}
        aria-disabled={current ? true : undefined}
        aria-busy={isBusy || undefined}
        className="flex min-h-18 items-center gap-4 rounded-lg bg-sunken px-4.5 py-3 text-left hover:bg-line aria-busy:animate-busy aria-disabled:bg-sunken"
      >
        {icon}
        <span className="min-w-0 flex-1">
          <span className="type-dish block">{t(`${kind}.verb`)}</span>
          <span className="type-hint block text-muted-foreground">
            {current
              ? t(`state.${current.state === 'taken' ? 'taken' : 'open'}`, {
                  time: format.dateTime(new Date(current.calledAt), 'time', { timeZone }),
                })
              : t(`${kind}.hint`)}
          </span>
        </span>
        {current && (
          <Chip tone="yolk" icon={<Check size={16} strokeWidth={2.4} />}>
            {t('called')}
          </Chip>
        )}
      </button>
      <p role="status" className="sr-only">
        {current && t(`${kind}.done`)}
      </p>
      <TaskProblem problem={problem} />
    </div>
  )
}
