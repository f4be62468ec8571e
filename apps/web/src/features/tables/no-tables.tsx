'use client'

import { can } from '@repo/auth/policy'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SetPlate } from '@/components/plate/set-plate.tsx'
import { buttonStyle } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { useLive } from '@/lib/live/live-branch.tsx'

/** A branch that has not set up its room yet. */
export function NoTables() {
  const t = useTranslations('tables.none')
  const { role } = useLive().branch
  return (
    <EmptyState
      level={1}
      picture={<SetPlate />}
      title={t('title')}
      action={
        can(role, 'table:manage') && (
          <Link href="/qr-codes" className={buttonStyle()}>
            {t('action')}
          </Link>
        )
      }
    >
      {t('body')}
    </EmptyState>
  )
}
