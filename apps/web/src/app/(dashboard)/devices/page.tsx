import { getTranslations } from 'next-intl/server'
import { DevicesPage } from '@/features/devices/devices-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('settings.devices')
  return { title: t('title') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['settings']}>
      <DevicesPage />
    </ClientMessages>
  )
}
