'use client'

import { useEffect, useState } from 'react'

/** The token in the address's fragment, which is then taken out of it; null when there is none, undefined at first. */
export function useLinkToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>()
  useEffect(() => {
    const found = location.hash.slice(1)
    if (found) history.replaceState(history.state, '', location.pathname)
    setToken((known) => found || known || null)
  }, [])
  return token
}
