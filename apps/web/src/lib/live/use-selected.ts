'use client'

import { useSearchParams } from 'next/navigation'

/** What is open, kept in the address, so that a reload, a link and the back button mean the same. */
export function useSelected(name: string) {
  const search = useSearchParams()
  const selected = search.get(name)
  const select = (id: string | null) => {
    const next = new URLSearchParams(search)
    if (id === null) next.delete(name)
    else next.set(name, id)
    const address = next.size > 0 ? `?${next}` : location.pathname
    if (selected === null) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  }
  return [selected, select] as const
}
