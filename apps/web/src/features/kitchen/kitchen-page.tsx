'use client'

import './kitchen.css'
import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Strip } from '@/components/ui/strip.tsx'
import { brandStyle } from '@/lib/brand-style.ts'
import { KitchenAccessProvider } from './kitchen-access.tsx'
import { KitchenDisplay } from './kitchen-display.tsx'
import { PairDisplay } from './pair-display.tsx'
import { ThreePlates } from './three-plates.tsx'
import { useKitchenIdentity } from './use-kitchen-identity.ts'

/** Waits for the identity, then shows the branch's display; a browser that is nobody's asks to be paired. */
export function KitchenPage() {
  const t = useTranslations('kitchen')
  const identity = useKitchenIdentity()
  if (identity.status === 'unpaired') return <PairDisplay />
  if (identity.status !== 'ready') {
    const offline = identity.status === 'offline'
    return (
      <main className="grid h-dvh place-content-center justify-items-center gap-5 bg-background p-5 text-center">
        <ThreePlates />
        <h1 className="type-screen">{t('starting')}</h1>
        {offline && (
          <Strip tone="warning" icon={<WifiOff size={22} aria-hidden />} className="max-w-96 text-left">
            {t('startingOffline')}
          </Strip>
        )}
      </main>
    )
  }
  const { branch, access } = identity
  return (
    <div className="brand" style={brandStyle(branch.accent)}>
      <KitchenAccessProvider value={access}>
        <KitchenDisplay key={branch.id} branch={branch} />
      </KitchenAccessProvider>
    </div>
  )
}
