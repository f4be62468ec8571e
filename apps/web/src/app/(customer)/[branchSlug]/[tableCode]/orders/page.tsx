import { Plus } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { buttonStyle } from '@/components/ui/button.tsx'
import { KeepHistory } from '@/features/history/keep-history.tsx'
import { StatusView } from '@/features/orders/status-view.tsx'
import { CallButton } from '@/features/table-sessions/call-button.tsx'
import { CallPill } from '@/features/table-sessions/call-pill.tsx'
import { OfflineStrip } from '@/features/table-sessions/offline-strip.tsx'

type OrdersPageProps = { params: Promise<{ branchSlug: string; tableCode: string }> }

export async function generateMetadata() {
  const t = await getTranslations('orders')
  return { title: t('metaTitle') }
}

export default async function OrdersPage({ params }: OrdersPageProps) {
  const { branchSlug, tableCode } = await params
  const t = await getTranslations('orders')
  return (
    <StatusView
      bell={<CallButton variant="field" />}
      strip={<OfflineStrip page="status" />}
      history={<KeepHistory />}
      actions={
        <div>
          <Link
            href={`/${branchSlug}/${tableCode}`}
            className={`flex-auto px-4! ${buttonStyle({ variant: 'line' })}`}
          >
            <Plus size={21} aria-hidden />
            {t('orderMore')}
          </Link>
          <CallPill kind="bill" variant="line" />
          <CallPill kind="waiter" variant="primary" />
        </div>
      }
    />
  )
}
