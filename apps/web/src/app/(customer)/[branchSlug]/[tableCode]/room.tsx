'use client'

import { useState } from 'react'
import { useStore } from 'zustand'
import { CartSheet } from '@/features/cart/cart-sheet.tsx'
import { CartWatch } from '@/features/cart/cart-watch.tsx'
import { CallSheet } from '@/features/table-sessions/call-sheet.tsx'
import { ConsentScreen } from '@/features/table-sessions/consent-screen.tsx'
import { JoinScreen } from '@/features/table-sessions/join-screen.tsx'
import { PeopleSheet } from '@/features/table-sessions/people-sheet.tsx'
import { useCarriedCalls } from '@/features/table-sessions/use-carried-calls.ts'
import { useGuests } from '@/features/table-sessions/use-guests.ts'
import { useWatchedTable } from '@/features/table-sessions/use-watched-table.ts'
import { type Overlay, overlayStore } from '@/stores/overlay-store.ts'

const overlays = { join: JoinScreen, people: PeopleSheet, call: CallSheet, cart: CartSheet }

/** What lies over the table's pages, one at a time. Somebody at the door comes before everything else. */
export function Room({ mayBeSeated }: { mayBeSeated: boolean }) {
  useWatchedTable(mayBeSeated)
  useCarriedCalls()
  const open = useStore(overlayStore, (state) => state.open)
  const [used, setUsed] = useState<readonly Overlay[]>([])
  if (open && !used.includes(open)) setUsed([...used, open])
  return (
    <>
      <CartWatch />
      {used.map((name) => {
        const Sheet = overlays[name]
        return <Sheet key={name} open={name === open} />
      })}
      <Consent />
    </>
  )
}

function Consent() {
  const { waiting, isHost } = useGuests()
  const [later, setLater] = useState<readonly string[]>([])
  const [guest] = isHost ? waiting.filter(({ id }) => !later.includes(id)) : []
  if (!guest) return null
  return <ConsentScreen key={guest.id} guest={guest} onLater={() => setLater([...later, guest.id])} />
}
