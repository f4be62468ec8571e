'use client'

import { useTranslations } from 'next-intl'
import { useLive } from '@/lib/live/live-branch.tsx'
import { VerbButton } from '@/lib/live/verb-button.tsx'
import { PanelSection } from './panel-section.tsx'
import type { Session } from './table-tasks.ts'
import { renewJoinCode } from './table-verbs.ts'

/** What to tell a friend who comes later; renewed when the wrong person has heard it. */
export function JoinCode({ session }: { session: Session }) {
  const t = useTranslations('tables.joinCode')
  const key = { branchId: useLive().branch.id, sessionId: session.id }
  return (
    <PanelSection title={t('title')}>
      <div className="flex items-center justify-between gap-3">
        <output className="type-section figures tracking-[0.12em]">
          <span aria-hidden>{session.joinCode}</span>
          <span className="sr-only">{[...session.joinCode].join(' ')}</span>
        </output>
        <VerbButton size={44} variant="line" work={() => renewJoinCode(key)}>
          {t('renew')}
        </VerbButton>
      </div>
      <p className="type-hint mt-2 text-muted-foreground">{t('hint')}</p>
    </PanelSection>
  )
}
