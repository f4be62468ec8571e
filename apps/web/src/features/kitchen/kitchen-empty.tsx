import { useTranslations } from 'next-intl'
import { ThreePlates } from './three-plates.tsx'

/** No open tickets: three clean plates. */
export function KitchenEmpty() {
  const t = useTranslations('kitchen')
  return (
    <div className="flex h-full flex-col items-center justify-center gap-5 text-center">
      <ThreePlates />
      <p className="type-screen">{t('emptyTitle')}</p>
      <p className="text-muted-foreground">{t('emptyHint')}</p>
    </div>
  )
}
