'use client'

import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { finderStore } from './finder-store.ts'

/** What would only repeat the dishes that were found. */
export function HiddenWhileFinding({ children }: { children: ReactNode }) {
  const isFinding = useStore(finderStore, ({ shown }) => shown !== null)
  return <div hidden={isFinding}>{children}</div>
}
