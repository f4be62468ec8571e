'use client'

import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { finderStore } from './finder-store.ts'

/** A list item that goes away while the guest looks for something else. */
export function FindableItem({ dishId, children }: { dishId: string; children: ReactNode }) {
  const isShown = useStore(finderStore, ({ shown }) => shown === null || shown.has(dishId))
  return (
    <li id={`dish-${dishId}`} hidden={!isShown} className="menu-dish">
      {children}
    </li>
  )
}
