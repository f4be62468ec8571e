'use client'

import './kitchen.css'
import { useTranslations } from 'next-intl'
import { brandStyle } from '@/lib/brand-style.ts'
import { useStaff } from '@/lib/staff/use-staff.ts'
import { KitchenDisplay } from './kitchen-display.tsx'

/** Waits for the identity, then shows the branch's display. */
export function KitchenPage() {
  const t = useTranslations('kitchen')
  const { branch } = useStaff()
  if (!branch) {
    return (
      <p role="status" className="flex h-dvh items-center justify-center text-muted-foreground">
        {t('starting')}
      </p>
    )
  }
  return (
    <div className="brand" style={brandStyle(branch.accent)}>
      <KitchenDisplay key={branch.id} branch={branch} />
    </div>
  )
}
