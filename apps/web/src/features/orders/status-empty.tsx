'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { Served } from '@/components/plate/served.tsx'
import { Button, buttonStyle } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { showOverlay } from '@/stores/overlay-store.ts'
import { tablePath } from '@/stores/table-path.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { tableStore } from '@/stores/table-store.ts'

/** Before there is anything to follow: loading, not seated, at the door, or nothing ordered. */
export function StatusEmpty() {
  const t = useTranslations('orders.empty')
  const place = useTablePlace()
  const { seat, ended } = useStore(tableStore)
  if (seat === 'unknown') {
    return (
      <div className="grid gap-5 py-2">
        <noscript>{t('noScript')}</noscript>
        {['w-3/5', 'w-4/5', 'w-1/2'].map((width) => (
          <Skeleton key={width} className={`h-5 ${width}`} />
        ))}
      </div>
    )
  }
  const words = seat === 'none' && ended === 'closed' ? 'closed' : seat
  const action =
    seat === 'active' ? (
      <Link href={tablePath(place)} className={buttonStyle({})}>
        {t('active.action')}
      </Link>
    ) : (
      <Button onClick={() => showOverlay('join')}>{t(`${seat}.action`)}</Button>
    )
  return (
    <EmptyState picture={<Served />} title={t(`${words}.title`)} action={action}>
      {t(`${words}.body`)}
    </EmptyState>
  )
}
