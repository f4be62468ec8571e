'use client'

import { useTranslations } from 'next-intl'
import { PageProblem } from '@/components/page-problem.tsx'
import type { ErrorPageProps } from '@/lib/error-page.ts'

export default function AuthError({ error, retry }: ErrorPageProps) {
  const t = useTranslations('errors.auth')
  return (
    <main>
      <PageProblem title={t('title')} error={error} onRetry={retry}>
        <p>{t('body')}</p>
      </PageProblem>
    </main>
  )
}
