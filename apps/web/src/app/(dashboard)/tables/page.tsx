import { getTranslations } from 'next-intl/server'
import { TablesPage } from '@/features/tables/tables-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('tables')
  return { title: t('title') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['staffBoard', 'tables']}>
      <TablesPage />
    </ClientMessages>
  )
}
