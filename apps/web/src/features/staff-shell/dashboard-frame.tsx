'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Toaster } from '@/components/ui/toaster.tsx'
import { brandStyle } from '@/lib/brand-style.ts'
import { useStaff } from '@/lib/staff/use-staff.ts'
import { Rail } from './rail.tsx'

/** The rail and the page beside it, in the branch's colour. Stays when a page fails. */
export function DashboardFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  const { account, branch } = useStaff()
  return (
    <div className="brand dashboard" style={branch && brandStyle(branch.accent)}>
      <a href="#content" className="skip-link">
        {t('skip')}
      </a>
      <Rail account={account} branch={branch} />
      <div id="content" tabIndex={-1} className="min-w-0 outline-none">
        {children}
      </div>
      <Toaster label={t('notices')} className="bottom-23 rail:bottom-4" />
    </div>
  )
}
