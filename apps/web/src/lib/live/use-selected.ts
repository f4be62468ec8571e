'use client'

import { useSyncExternalStore } from 'react'

const changed = 'restai:selected'

/** What is open, kept in the address, so that a reload, a link and the back button mean the same. */
export function useSelected(name: string) {
  const selected = useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(location.search).get(name),
    () => null,
  )
  const select = (id: string | null) => {
    const search = new URLSearchParams(location.search)
    const wasOpen = search.has(name)
    if (id === null) search.delete(name)
    else search.set(name, id)
    const address = search.size > 0 ? `?${search}` : location.pathname
    // Opening is a step that the back button undoes; changing one's mind is not.
    if (wasOpen) history.replaceState(null, '', address)
    else history.pushState(null, '', address)
    dispatchEvent(new Event(changed))
  }
  return [selected, select] as const
}

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange)
  addEventListener(changed, onChange)
  return () => {
    removeEventListener('popstate', onChange)
    removeEventListener(changed, onChange)
  }
}
