'use client'

import { pauseMs, unwrap } from '@repo/api-client'
import type { Order } from '@repo/schemas/contract'
import { useLocale } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { isRefused } from '@/lib/live/is-refused.ts'
import { useKitchenAccess } from './kitchen-access.tsx'
import type { PendingMoves } from './pending-moves.ts'

const retryMs = 1_000

type SendTaps = {
  branchId: string
  taps: PendingMoves[]
  setTaps: (change: (before: PendingMoves[]) => PendingMoves[]) => void
  onAnswer: (ticket: Order) => void
  onRefused: () => Promise<void>
}

/** Sends kept taps one by one, oldest first. One that somebody overtook is dropped and the picture is loaded anew. */
export function useSendTaps({ branchId, taps, setTaps, onAnswer, onRefused }: SendTaps): void {
  const locale = useLocale()
  const { api } = useKitchenAccess()
  const [tries, setTries] = useState(0)
  const sending = useRef<string | null>(null)
  const [next] = taps

  useEffect(() => {
    if (!next || sending.current === next.id) return
    sending.current = next.id
    const again = (error: unknown) => {
      setTimeout(
        () => {
          sending.current = null
          setTries((count) => count + 1)
        },
        pauseMs(error, retryMs),
      )
    }
    const send = api.kitchen.branches[':branchId'].kitchen.tickets[':orderId'].moves.$post({
      param: { branchId, orderId: next.orderId },
      query: { locale },
      json: { moves: next.moves },
    })
    unwrap(send)
      .then(onAnswer, (error: unknown) => (isRefused(error) ? onRefused() : Promise.reject(error)))
      .then(() => setTaps((before) => before.filter(({ id }) => id !== next.id)), again)
  }, [next, tries, api, branchId, locale, onAnswer, onRefused, setTaps])
}
