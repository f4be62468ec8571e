'use client'

import { useServerInsertedHTML } from 'next/navigation'
import { useRef } from 'react'

// Only the server carries the text: bundlers drop this branch from what the browser gets.
const css: string = typeof window === 'undefined' ? require('@/styles/customer.pcss').default : ''

/** Writes the diner's styles into the head of the document, so that no request holds up the first paint. */
export function InlineStyles({ nonce }: { nonce: string | undefined }) {
  const written = useRef(false)
  useServerInsertedHTML(() => {
    // Asked again for every piece of a streamed page.
    if (written.current) return null
    written.current = true
    return <style nonce={nonce}>{css}</style>
  })
  return null
}
