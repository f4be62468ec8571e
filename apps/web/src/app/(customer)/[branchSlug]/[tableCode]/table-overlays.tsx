'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useGuests } from '@/features/table-sessions/use-guests.ts'
import { type Overlay, overlayStore } from '@/stores/overlay-store.ts'

// Nobody needs these to read the menu, so each is fetched when it is first asked for.
const JoinScreen = dynamic(
  () => import('@/features/table-sessions/join-screen.tsx').then((it) => it.JoinScreen),
  { ssr: false },
)
const PeopleSheet = dynamic(
  () => import('@/features/table-sessions/people-sheet.tsx').then((it) => it.PeopleSheet),
  { ssr: false },
)
const CallSheet = dynamic(
  () => import('@/features/table-sessions/call-sheet.tsx').then((it) => it.CallSheet),
  { ssr: false },
)
const CartSheet = dynamic(() => import('@/features/cart/cart-sheet.tsx').then((it) => it.CartSheet), {
  ssr: false,
})
const ConsentScreen = dynamic(
  () => import('@/features/table-sessions/consent-screen.tsx').then((it) => it.ConsentScreen),
  { ssr: false },
)

/** What lies over the table's pages, one at a time. Somebody at the door comes before everything else. */
export function TableOverlays() {
  const open = useStore(overlayStore, (state) => state.open)
  const [used, setUsed] = useState<readonly Overlay[]>([])
  if (open && !used.includes(open)) setUsed([...used, open])
  return (
    <>
      {used.includes('join') && <JoinScreen open={open === 'join'} />}
      {used.includes('people') && <PeopleSheet open={open === 'people'} />}
      {used.includes('call') && <CallSheet open={open === 'call'} />}
      {used.includes('cart') && <CartSheet open={open === 'cart'} />}
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
