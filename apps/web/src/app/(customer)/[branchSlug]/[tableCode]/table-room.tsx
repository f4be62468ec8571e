'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useTableEntry } from '@/features/table-sessions/use-table-entry.ts'
import { overlayStore } from '@/stores/overlay-store.ts'

// One bundle, because its parts share most of what they are made of. Nobody needs it to read the menu.
const Room = dynamic(() => import('./room.tsx').then((module) => module.Room), { ssr: false })

/** Opens the table, and fetches what a guest needs who sits here, or wants to. */
export function TableRoom() {
  const mayBeSeated = useTableEntry()
  const isAsking = useStore(overlayStore, ({ open }) => open !== null)
  const [isEntered, setEntered] = useState(false)
  if ((mayBeSeated || isAsking) && !isEntered) setEntered(true)
  return isEntered && <Room mayBeSeated={mayBeSeated} />
}
