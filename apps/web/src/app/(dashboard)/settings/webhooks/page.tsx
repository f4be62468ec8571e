import { getTranslations } from 'next-intl/server'
import { WebhooksPage } from '@/features/webhooks/webhooks-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('webhooks')
  return { title: t('title') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['settings', 'webhooks']}>
      <WebhooksPage />
    </ClientMessages>
  )
}
