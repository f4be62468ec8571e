'use client'

import type { Order } from '@repo/schemas/contract'
import { useEffect, useRef, useState } from 'react'
import { playNewTicket } from './new-ticket-sound.ts'

/** Sounds once for each ticket that was not there before. `blocked` until the page has had its first tap or key. */
export function useNewTicketSound(tickets: readonly Order[] | null) {
  const [muted, setMuted] = useState(false)
  const [blocked, setBlocked] = useState(true)
  const context = useRef<AudioContext | null>(null)
  const known = useRef<Set<string> | null>(null)

  useEffect(() => {
    const unlock = () => {
      context.current ??= new AudioContext()
      void context.current.resume().then(() => setBlocked(false))
    }
    for (const kind of ['pointerdown', 'keydown'] as const)
      document.addEventListener(kind, unlock, { once: true })
    return () => {
      for (const kind of ['pointerdown', 'keydown'] as const) document.removeEventListener(kind, unlock)
    }
  }, [])

  useEffect(() => {
    if (!tickets) return
    const before = known.current
    known.current = new Set(tickets.map(({ id }) => id))
    const fresh = before !== null && tickets.some(({ id }) => !before.has(id))
    if (fresh && !muted && context.current?.state === 'running') playNewTicket(context.current)
  }, [tickets, muted])

  return { muted, blocked, toggle: () => setMuted((now) => !now) }
}
