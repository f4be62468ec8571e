'use client'

import { ApiProblem, followEvents, unwrap } from '@repo/api-client'
import type { KitchenBoard, Order } from '@repo/schemas/contract'
import { useLocale } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { latestOnly } from '@/lib/latest-only.ts'
import { type KitchenAccess, useKitchenAccess } from './kitchen-access.tsx'
import { type LineMove, type PendingMoves, undoMoves, withPending } from './pending-moves.ts'
import { useSavedTaps } from './use-saved-taps.ts'

export type Connection = { connected: boolean; heardAtMs: number }

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
  const retryNow = useRef(() => {})

  const load = useCallback(async (): Promise<string> => {
    const next = await unwrap(
      access.api.kitchen.branches[':branchId'].kitchen.$get({ param: { branchId }, query: { locale } }),
    )
    clockOffsetMs.current = Date.parse(next.serverTime) - Date.now()
    setBoard(next)
    access.keep?.(next)
    return next.cursor
  }, [access, branchId, locale])

  useEffect(() => {
    const reload = latestOnly(load)
    let follower: ReturnType<typeof followEvents> | undefined
    let stopped = false
    let retry: ReturnType<typeof setTimeout> | undefined

    const start = async () => {
      try {
        const cursor = await load()
        if (stopped) return
        follower = followEvents({
          path: `/api/branches/${branchId}/events`,
          fetch: access.fetch,
          cursor,
          onEvent: () => void reload().catch(() => {}),
          onResync: load,
          onState: setConnection,
        })
        retryNow.current = () => follower?.retryNow()
      } catch {
        setConnection((before) => ({ ...before, connected: false }))
        retry = setTimeout(start, 2_000)
        retryNow.current = () => {
          clearTimeout(retry)
          void start()
        }
      }
    }
    void start()
    return () => {
      stopped = true
      clearTimeout(retry)
      follower?.close()
    }
  }, [access, branchId, load])

  useSendTaps({
    access,
    branchId,
    locale,
    taps,
    setTaps,
    connected: connection.connected,
    onAnswer: replaceTicket,
    onConflict: load,
  })

  function replaceTicket(ticket: Order): void {
    setBoard(
      (before) =>
        before && { ...before, tickets: before.tickets.map((old) => (old.id === ticket.id ? ticket : old)) },
    )
  }

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
    reload: load,
    retryNow: () => retryNow.current(),
  }
}

type SendTaps = {
  access: KitchenAccess
  branchId: string
  locale: 'en' | 'es'
  taps: PendingMoves[]
  setTaps: (change: (before: PendingMoves[]) => PendingMoves[]) => void
  connected: boolean
  onAnswer: (ticket: Order) => void
  onConflict: () => Promise<unknown>
}

/** Sends kept taps one by one, oldest first. One that somebody overtook is dropped and the picture is loaded anew. */
function useSendTaps({
  access,
  branchId,
  locale,
  taps,
  setTaps,
  connected,
  onAnswer,
  onConflict,
}: SendTaps): void {
  const [failures, setFailures] = useState(0)
  const sending = useRef<string | null>(null)
  // An answered tap may be seen once more by an effect of an earlier render.
  const answered = useRef(new Set<string>())
  const [next] = taps

  useEffect(() => {
    if (!next || sending.current === next.id || answered.current.has(next.id)) return
    sending.current = next.id
    const send = access.api.kitchen.branches[':branchId'].kitchen.tickets[':orderId'].moves.$post({
      param: { branchId, orderId: next.orderId },
      query: { locale },
      json: { moves: next.moves },
    })
    unwrap(send)
      .then(onAnswer, async (error: unknown) => {
        if (
          error instanceof ApiProblem &&
          (error.code === 'OFFLINE' || error.code === 'RATE_LIMITED' || error.code === 'UNAVAILABLE')
        )
          throw error
        await onConflict().catch(() => {})
      })
      .then(
        () => {
          answered.current.add(next.id)
          setTaps((before) => before.filter(({ id }) => id !== next.id))
        },
        () => void setTimeout(() => setFailures((count) => count + 1), 1_000),
      )
      .finally(() => {
        // The next tap may be on its way already.
        if (sending.current === next.id) sending.current = null
      })
  }, [next, failures, connected, access, branchId, locale, onAnswer, onConflict, setTaps])
}
