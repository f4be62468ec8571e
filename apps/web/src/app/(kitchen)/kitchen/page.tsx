import { getTranslations } from 'next-intl/server'
import { KitchenPage } from '@/features/kitchen/kitchen-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('kitchen')
  return { title: t('metaTitle') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['kitchen']}>
      <KitchenPage />
    </ClientMessages>
  )
}
