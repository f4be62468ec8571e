import { getTranslations } from 'next-intl/server'
import { MenuEditorPage } from '@/features/menu-editor/menu-editor-page.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export async function generateMetadata() {
  const t = await getTranslations('settings.menu')
  return { title: t('title') }
}

export default function Page() {
  return (
    <ClientMessages namespaces={['settings']}>
      <MenuEditorPage />
    </ClientMessages>
  )
}
