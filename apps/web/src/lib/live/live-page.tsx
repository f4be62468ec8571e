'use client'

import { can, type Permission } from '@repo/auth/policy'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageProblem } from '@/components/page-problem.tsx'
import { SetPlate } from '@/components/plate/set-plate.tsx'
import { buttonStyle } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { useLive } from './live-branch.tsx'

type LivePageProps = { needs: Permission; problem: unknown; children: ReactNode }

/** A live page, or why it is not there: the role may not see it, or the snapshot was refused. */
export function LivePage({ needs, problem, children }: LivePageProps) {
  const t = useTranslations()
  const { branch, feed } = useLive()
  if (!can(branch.role, needs))
    return (
      <EmptyState
        level={1}
        picture={<SetPlate />}
        title={t('staffBoard.notYours')}
        action={
          <Link href="/orders" className={buttonStyle()}>
            {t('staffBoard.toOrders')}
          </Link>
        }
      />
    )
  if (problem !== null)
    return (
      <PageProblem title={t('errors.dashboard.title')} error={problem} onRetry={() => void feed?.lookAgain()}>
        <p>{t('errors.dashboard.body')}</p>
      </PageProblem>
    )
  return children
}
