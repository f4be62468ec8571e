import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Strip } from '@/components/ui/strip.tsx'
import { ThreePlates } from './three-plates.tsx'

/** Until the display knows whose it is; without a connection it says why that takes so long. */
export function KitchenStarting({ isOffline = false }: { isOffline?: boolean }) {
  const t = useTranslations('kitchen')
  return (
    <main className="grid h-dvh place-content-center justify-items-center gap-5 bg-background p-5 text-center">
      <ThreePlates />
      <h1 className="type-screen">{t('starting')}</h1>
      {isOffline && (
        <Strip tone="warning" icon={<WifiOff size={22} aria-hidden />} className="max-w-96 text-left">
          {t('startingOffline')}
        </Strip>
      )}
    </main>
  )
}
