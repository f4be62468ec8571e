import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/features/account/account-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['account', 'settings']}>
      <AccountPage />
    </ClientMessages>
  )
}
