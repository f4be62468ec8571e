'use client'

import { useCallback, useState } from 'react'
import type { PendingMoves } from './pending-moves.ts'

/** Unsent taps, kept in this tab's storage so that a reload does not lose them. */
export function useSavedTaps(branchId: string) {
  const key = `restai.kitchen.taps.${branchId}`
  const [taps, setState] = useState<PendingMoves[]>(() => read(key))
  const setTaps = useCallback(
    (change: (before: PendingMoves[]) => PendingMoves[]) =>
      setState((before) => {
        const after = change(before)
        try {
          sessionStorage.setItem(key, JSON.stringify(after))
        } catch {
          // Without storage the taps live as long as the page.
        }
        return after
      }),
    [key],
  )
  return [taps, setTaps] as const
}

function read(key: string): PendingMoves[] {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(saved) ? saved.filter(isPendingMoves) : []
  } catch {
    return []
  }
}

function isPendingMoves(value: unknown): value is PendingMoves {
  const entry = value as Partial<PendingMoves> | null
  return typeof entry?.id === 'string' && typeof entry.orderId === 'string' && Array.isArray(entry.moves)
}
