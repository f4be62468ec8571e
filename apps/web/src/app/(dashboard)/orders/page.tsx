import { getTranslations } from 'next-intl/server'
import { OrdersPage } from '@/features/staff-board/orders-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('staffBoard')
  return { title: t('title') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['staffBoard']}>
      <OrdersPage />
    </ClientMessages>
  )
}
