'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Toaster } from '@/components/ui/toaster.tsx'
import { brandStyle } from '@/lib/brand-style.ts'
import { LiveBranch } from '@/lib/live/live-branch.tsx'
import { OfflineStrip } from '@/lib/live/offline-strip.tsx'
import { TableBoardProvider } from '@/lib/live/table-board.tsx'
import { StepUpDialog } from '@/lib/staff/step-up-dialog.tsx'
import { useStaff } from '@/lib/staff/use-staff.ts'
import { Rail, type RailBadges } from './rail.tsx'
import { Starting } from './starting.tsx'

type DashboardFrameProps = { badges: RailBadges; children: ReactNode }

/** The rail and the page beside it, in the branch's colour. Stays when a page fails. */
export function DashboardFrame({ badges, children }: DashboardFrameProps) {
  const t = useTranslations('common')
  const { status, account, branch } = useStaff()
  return (
    <div className="brand dashboard" style={branch && brandStyle(branch.accent)}>
      <a href="#content" className="skip-link">
        {t('skip')}
      </a>
      {branch ? (
        <LiveBranch key={branch.id} branch={branch}>
          <TableBoardProvider>
            <Rail account={account} branch={branch} badges={badges} />
            <main id="content" tabIndex={-1} className="min-w-0 outline-none">
              <OfflineStrip />
              {children}
            </main>
          </TableBoardProvider>
        </LiveBranch>
      ) : (
        <>
          <Rail account={account} branch={undefined} badges={{}} />
          <Starting status={status} />
        </>
      )}
      <StepUpDialog />
      <Toaster label={t('notices')} className="bottom-23 rail:bottom-4" />
    </div>
  )
}
