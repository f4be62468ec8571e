'use client'

import { useSyncExternalStore } from 'react'

/** From here on a panel stands beside the page; below it is a sheet. Same width as the `panel` breakpoint. */
const wide = '(width >= 68.75rem)'

export function useIsWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(wide).matches,
    () => true,
  )
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(wide)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
