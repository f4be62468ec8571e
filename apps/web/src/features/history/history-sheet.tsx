'use client'

import { unwrap } from '@repo/api-client'
import type { History } from '@repo/schemas/contract'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { NotLoaded } from '@/components/ui/not-loaded.tsx'
import { Sheet } from '@/components/ui/sheet.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { guestApi } from '@/stores/guest-session.ts'
import { type Fault, faultOf } from './fault-of.ts'
import { PastOrders } from './past-orders.tsx'
import { ProveDestination } from './prove-destination.tsx'

type HistorySheetProps = { open: boolean; onClose: () => void }

/** The guest's orders from all visits, or the way to keep them. */
export function HistorySheet({ open, onClose }: HistorySheetProps) {
  const t = useTranslations('orders.history')
  const common = useTranslations('common')
  const locale = useLocale()
  const [history, setHistory] = useState<History | null>(null)
  const [fault, setFault] = useState<Fault>()
  const load = useCallback(
    (before?: History) =>
      unwrap(
        guestApi.customers.customer.history.$get({
          query: { locale, ...(before?.next && { after: before.next }) },
        }),
      ).then(
        (loaded) => {
          setHistory({ ...loaded, orders: [...(before?.orders ?? []), ...loaded.orders] })
          setFault(undefined)
        },
        (error: unknown) => setFault(faultOf(error)),
      ),
    [locale],
  )
  useEffect(() => {
    if (open) void load()
  }, [open, load])

  return (
    <Sheet open={open} onClose={onClose} title={t('title')} closeLabel={common('close')}>
      <div className="grid grid-cols-1 gap-5 pb-5">
        {fault && <NotLoaded onRetry={() => void load()}>{t(`fault.${fault}`)}</NotLoaded>}
        {!history && !fault && (
          <div role="status" className="skeleton grid gap-3">
            <span className="sr-only">{t('loading')}</span>
            <Skeleton className="h-5 w-4/5" />
            <Skeleton className="h-4 w-3/5" />
            <Skeleton className="mt-3 h-13 w-full" />
          </div>
        )}
        {history && !history.customer && <ProveDestination onProven={() => void load()} />}
        {history?.customer && (
          <PastOrders
            customer={history.customer}
            orders={history.orders}
            onMore={history.next ? () => load(history) : undefined}
            onChanged={() => void load()}
          />
        )}
      </div>
    </Sheet>
  )
}
