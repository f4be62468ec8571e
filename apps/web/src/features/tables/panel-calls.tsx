'use client'

import { useTranslations } from 'next-intl'
import { useLive } from '@/lib/live/live-branch.tsx'
import { Timer } from '@/lib/live/timer.tsx'
import { VerbButton } from '@/lib/live/verb-button.tsx'
import { PanelSection } from './panel-section.tsx'
import type { Session } from './table-tasks.ts'
import { moveCall } from './table-verbs.ts'

/** Calls from this table that are not done yet. */
export function PanelCalls({ session }: { session: Session }) {
  const t = useTranslations('tables')
  const { id: branchId } = useLive().branch
  if (session.calls.length === 0) return null
  return (
    <PanelSection title={t('calls')}>
      <ul className="grid gap-3">
        {session.calls.map(({ id, kind, state, calledAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-end gap-2">
            <span className="mr-auto">
              <span className="block">{t(`task.${kind}`)}</span>
              <span className="type-hint block text-muted-foreground">
                {t.rich(state === 'taken' ? 'callTaken' : 'detail.waiting', {
                  timer: () => <Timer since={calledAt} />,
                })}
              </span>
            </span>
            {state === 'open' && (
              <VerbButton size={44} variant="quiet" work={() => moveCall({ branchId, callId: id }, 'taken')}>
                {t(kind === 'bill' ? 'verb.takeBill' : 'verb.going')}
              </VerbButton>
            )}
            <VerbButton size={44} variant="line" work={() => moveCall({ branchId, callId: id }, 'done')}>
              {t('verb.done')}
            </VerbButton>
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
