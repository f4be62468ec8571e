'use client'

import { useTranslations } from 'next-intl'
import { Ware } from '@/components/plate/ware.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { laneKeys } from './lanes.ts'

/** The lanes before their orders arrive: plates are laid first. */
export function OrdersSkeleton() {
  const t = useTranslations('staffBoard')
  return (
    <>
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div aria-hidden className="skeleton grid gap-4 px-4.5 rail:grid-cols-2 rail:px-6 xl:grid-cols-4">
        {laneKeys.map((lane) => (
          <div key={lane} className="grid gap-4">
            <Skeleton className="h-6 w-32" />
            <div className="grid gap-4 rounded-lg border-2 bg-surface p-4">
              <Skeleton className="h-6 w-24" />
              <Ware kind="plate" className="w-14 opacity-60" />
              <Skeleton className="h-4 w-3/4" />
            </div>
          </div>
        ))}
      </div>
    </>
  )
}
