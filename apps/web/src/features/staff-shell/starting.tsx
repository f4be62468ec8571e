'use client'

import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { Strip } from '@/components/ui/strip.tsx'

/** Shown until it is known who is signed in and where they work. */
export function Starting({ status }: { status: 'starting' | 'in' | 'out' | 'offline' }) {
  const t = useTranslations('staffBoard')
  return (
    <main id="content" className="grid content-start gap-4 p-6">
      {status === 'offline' && (
        <Strip tone="warning" icon={<WifiOff size={22} aria-hidden />} lead={t('offline.lead')}>
          {t('offline.starting')}
        </Strip>
      )}
      {status === 'in' ? (
        <p role="status">{t('noBranch')}</p>
      ) : (
        <>
          <p role="status" className="sr-only">
            {t('starting')}
          </p>
          <Skeleton className="h-9 w-44" />
          <Skeleton className="h-5 w-72 max-w-full" />
        </>
      )}
    </main>
  )
}
