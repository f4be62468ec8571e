'use client'

import { useTranslations } from 'next-intl'
import { Served } from '@/components/plate/served.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'

const lanes = ['in', 'fire', 'pass', 'table']

/** The lanes before their orders arrive: plates are laid first. */
export function OrdersSkeleton() {
  const t = useTranslations('staffBoard')
  return (
    <>
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div
        aria-hidden
        className="skeleton grid gap-4 px-4.5 pt-1 rail:grid-cols-2 rail:px-6 panel:grid-cols-4"
      >
        {lanes.map((lane) => (
          <div key={lane} className="grid gap-4">
            <Skeleton className="h-6 w-32" />
            <div className="grid gap-4 rounded-lg border-2 bg-surface p-4">
              <Skeleton className="h-6 w-24" />
              <Served small className="max-w-14 opacity-60" />
              <Skeleton className="h-4 w-3/4" />
            </div>
          </div>
        ))}
      </div>
    </>
  )
}
