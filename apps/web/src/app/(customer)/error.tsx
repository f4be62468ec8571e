'use client'

import { useTranslations } from 'next-intl'
import { PageProblem } from '@/components/page-problem.tsx'
import type { ErrorPageProps } from '@/lib/error-page.ts'

export default function CustomerError({ error, retry }: ErrorPageProps) {
  const t = useTranslations('errors.customer')
  return (
    <main>
      <PageProblem title={t('title')} error={error} onRetry={retry}>
        <p>{t('body')}</p>
        <p>{t('help')}</p>
      </PageProblem>
    </main>
  )
}
