'use client'

import { useState } from 'react'
import { useStore } from 'zustand'
import { useNoDeadLinks } from '@/features/table-sessions/use-no-dead-links.ts'
import { useTableEntry } from '@/features/table-sessions/use-table-entry.ts'
import { useFetched } from '@/lib/use-fetched.ts'
import { overlayStore } from '@/stores/overlay-store.ts'

// One bundle, because its parts share most of what they are made of. Nobody needs it to read the menu.
const loadRoom = () => import('./room.tsx').then(({ Room }) => Room)

/** Opens the table, and fetches what a guest needs who sits here, or wants to. */
export function TableRoom() {
  useNoDeadLinks()
  const mayBeSeated = useTableEntry()
  const isAsking = useStore(overlayStore, ({ open }) => open !== null)
  const [isEntered, setEntered] = useState(false)
  if ((mayBeSeated || isAsking) && !isEntered) setEntered(true)
  const Room = useFetched(loadRoom, isEntered)
  return Room && <Room mayBeSeated={mayBeSeated} />
}
