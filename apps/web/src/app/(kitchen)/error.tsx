'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { PageProblem } from '@/components/page-problem.tsx'
import type { ErrorPageProps } from '@/lib/error-page.ts'
import { type LastRetry, nextRetry } from '@/lib/retry-delay.ts'

// Outlives this component: each failed try mounts it anew.
let last: LastRetry | undefined

/** Nobody stands by the display to press a button, so it tries by itself. */
export default function KitchenError({ error, retry }: ErrorPageProps) {
  const t = useTranslations('errors.kitchen')
  const [seconds, setSeconds] = useState<number>()
  useEffect(() => {
    const next = nextRetry(last, Date.now())
    last = next
    setSeconds(next.delaySeconds)
    const tick = setInterval(() => setSeconds((left) => Math.max(0, (left ?? 0) - 1)), 1000)
    const retryTimer = setTimeout(retry, next.delaySeconds * 1000)
    return () => {
      clearInterval(tick)
      clearTimeout(retryTimer)
    }
  }, [retry])
  return (
    <main>
      <PageProblem title={t('title')} error={error} onRetry={retry}>
        <p>{t('body')}</p>
        <p aria-hidden className="figures min-h-6">
          {seconds === undefined ? null : seconds > 0 ? t('next', { seconds }) : t('now')}
        </p>
      </PageProblem>
    </main>
  )
}
