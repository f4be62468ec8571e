'use client'

import { type Connection, unwrap } from '@repo/api-client'
import type { KitchenBoard, Order } from '@repo/schemas/contract'
import { useLocale } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type BranchFeed, createBranchFeed } from '@/lib/live/branch-feed.ts'
import { type LineMove, undoMoves } from '@/lib/live/line-moves.ts'
import { useKitchenAccess } from './kitchen-access.tsx'
import { type PendingMoves, withAnswer, withPending } from './pending-moves.ts'
import { useSavedTaps } from './use-saved-taps.ts'
import { useSendTaps } from './use-send-taps.ts'

/**
 * The kitchen's state: snapshot, live events, and the cook's own taps on top. Taps are kept until the server has
 * answered them, so a break of the connection loses none.
 */
export function useKitchenBoard(branchId: string) {
  const locale = useLocale()
  const access = useKitchenAccess()
  const [board, setBoard] = useState<KitchenBoard | null>(null)
  const [connection, setConnection] = useState<Connection>(() => ({
    connected: true,
    heardAtMs: performance.now(),
  }))
  const [taps, setTaps] = useSavedTaps(branchId)
  const [lastTap, setLastTap] = useState<PendingMoves | null>(null)
  const clockOffsetMs = useRef(0)
  const feed = useRef<BranchFeed | null>(null)

  useEffect(() => {
    let isWanted = true
    const load = async (): Promise<string> => {
      const next = await unwrap(
        access.api.kitchen.branches[':branchId'].kitchen.$get({ param: { branchId }, query: { locale } }),
      )
      if (isWanted) {
        clockOffsetMs.current = Date.parse(next.serverTime) - Date.now()
        setBoard(next)
        access.keep?.(next)
      }
      return next.cursor
    }
    const own = createBranchFeed({
      path: `/api/branches/${branchId}/events`,
      fetch: access.fetch,
      onConnection: setConnection,
    })
    own.watch({ load })
    feed.current = own
    return () => {
      isWanted = false
      own.close()
    }
  }, [access, branchId, locale])

  const reload = useCallback(async () => feed.current?.lookAgain(), [])
  const showAnswer = useCallback((answer: Order) => {
    const renew = (ticket: Order) => (ticket.id === answer.id ? withAnswer(ticket, answer) : ticket)
    setBoard((before) => before && { ...before, tickets: before.tickets.map(renew) })
  }, [])
  useSendTaps({ branchId, taps, setTaps, onAnswer: showAnswer, onRefused: reload })

  const tap = (orderId: string, moves: LineMove[]) => {
    if (moves.length === 0) return
    const entry = { id: crypto.randomUUID(), orderId, moves }
    setTaps((before) => [...before, entry])
    setLastTap(entry)
  }
  const undo = () => {
    if (!lastTap) return
    setTaps((before) => [
      ...before,
      { id: crypto.randomUUID(), orderId: lastTap.orderId, moves: undoMoves(lastTap.moves) },
    ])
    setLastTap(null)
  }

  return {
    board,
    tickets: board?.tickets.map((ticket) => withPending(ticket, taps)) ?? [],
    connection,
    unsentTaps: taps.length,
    serverNow: () => new Date(Date.now() + clockOffsetMs.current),
    tap,
    undo: lastTap ? undo : null,
    reload,
    retryNow: () => feed.current?.retryNow(),
  }
}
