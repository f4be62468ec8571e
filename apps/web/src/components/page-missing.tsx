import { useTranslations } from 'next-intl'
import { Served } from '@/components/plate/served.tsx'
import { buttonStyle } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'

/** What an address without a page shows. */
export function PageMissing() {
  const t = useTranslations('errors.notFound')
  const action = (
    <a href="/" className={buttonStyle({ variant: 'line' })}>
      {t('action')}
    </a>
  )
  return (
    <main className="grid min-h-[80dvh] place-content-center p-6">
      {/* Next gives no title to a page that is missing. */}
      <title>{t('title')}</title>
      <EmptyState level={1} picture={<Served />} title={t('title')} action={action}>
        {t('body')}
      </EmptyState>
    </main>
  )
}
