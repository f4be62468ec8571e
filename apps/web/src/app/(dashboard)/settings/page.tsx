import { getTranslations } from 'next-intl/server'
import { BranchSettingsPage } from '@/features/branch-settings/branch-settings-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('settings.branch')
  return { title: t('title') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['settings']}>
      <BranchSettingsPage />
    </ClientMessages>
  )
}
