'use client'

import { useState } from 'react'

/** Finished tickets that this display has called out and put away; others still see them as ready. */
export function useCalledTickets(branchId: string) {
  const key = `restai.kitchen.called.${branchId}`
  const [ids, setIds] = useState<ReadonlySet<string>>(() => read(key))
  return {
    has: (id: string) => ids.has(id),
    add(id: string) {
      const after = new Set([...ids, id].slice(-200))
      setIds(after)
      try {
        sessionStorage.setItem(key, JSON.stringify([...after]))
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    },
  }
}

function read(key: string): ReadonlySet<string> {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return new Set(Array.isArray(saved) ? saved.filter((id): id is string => typeof id === 'string') : [])
  } catch {
    return new Set()
  }
}
