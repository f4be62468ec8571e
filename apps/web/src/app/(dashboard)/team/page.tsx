import { getTranslations } from 'next-intl/server'
import { TeamPage } from '@/features/team/team-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('settings.team')
  return { title: t('title') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['settings']}>
      <TeamPage />
    </ClientMessages>
  )
}
