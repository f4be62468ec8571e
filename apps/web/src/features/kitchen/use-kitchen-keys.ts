'use client'

import { type RefObject, useEffect, useRef } from 'react'

type Actions = { onUndo: (() => void) | null; onSoldOut: () => void; onSound: () => void }

/**
 * Keys of the display, for bump bars and keyboards: arrows move between tickets, 1–9 jump to one, Enter on a line bumps
 * it, F puts the ticket in focus on the fire, A bumps it, U undoes, S or 0 opens the sold-out list, M mutes.
 */
export function useKitchenKeys(main: RefObject<HTMLElement | null>, actions: Actions): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('dialog[open]')
      )
        return
      const cards = [...(main.current?.querySelectorAll<HTMLElement>('[data-ticket]') ?? [])]
      if (handle(event.key, cards, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [main])
}

function handle(key: string, cards: HTMLElement[], { onUndo, onSoldOut, onSound }: Actions): boolean {
  const current = cards.findIndex((card) => card.contains(document.activeElement))
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key]
  if (step !== undefined) return focusCard(cards[Math.min(cards.length - 1, Math.max(0, current + step))])
  switch (key.toLowerCase()) {
    case 'a':
      cards[current]?.querySelector<HTMLElement>('[data-bump]')?.click()
      return current >= 0
    case 'f':
      cards[current]?.querySelector<HTMLElement>('[data-start]')?.click()
      return current >= 0
    case 'u':
      onUndo?.()
      return onUndo !== null
    case 's':
    case '0':
      onSoldOut()
      return true
    case 'm':
      onSound()
      return true
    default:
      return /^[1-9]$/.test(key) && focusCard(cards[Number(key) - 1])
  }
}

function focusCard(card: HTMLElement | undefined): boolean {
  card?.focus()
  card?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  return card !== undefined
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
