'use client'

import './kitchen.css'
import { brandStyle } from '@/lib/brand-style.ts'
import { KitchenAccessProvider } from './kitchen-access.tsx'
import { KitchenDisplay } from './kitchen-display.tsx'
import { KitchenStarting } from './kitchen-starting.tsx'
import { LastTickets } from './last-tickets.tsx'
import { PairDisplay } from './pair-display.tsx'
import { useKitchenIdentity } from './use-kitchen-identity.ts'

/** Waits for the identity, then shows the branch's display; a browser without one asks to be paired. */
export function KitchenPage() {
  const identity = useKitchenIdentity()
  if (identity.status === 'unpaired') return <PairDisplay />
  if (identity.status === 'offline') return <LastTickets />
  if (identity.status !== 'ready') return <KitchenStarting />
  const { branch, access } = identity
  return (
    <div className="brand" style={brandStyle(branch.accent)}>
      <KitchenAccessProvider value={access}>
        <KitchenDisplay key={branch.id} branch={branch} />
      </KitchenAccessProvider>
    </div>
  )
}
