import { getTranslations } from 'next-intl/server'
import { QrCodesPage } from '@/features/qr-codes/qr-codes-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('settings.qr')
  return { title: t('title') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['settings']}>
      <QrCodesPage />
    </ClientMessages>
  )
}
