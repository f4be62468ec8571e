import type { Order } from '@repo/schemas/contract'
import type { LineMove } from '@/lib/live/line-moves.ts'

/** Taps on one ticket that the server has not confirmed yet. */
export type PendingMoves = { id: string; orderId: string; moves: LineMove[] }

/** Moves that bring every line of a ticket that is still to be done to ready. */
export const readyMoves = (ticket: Order): LineMove[] =>
  ticket.lines.flatMap((line) =>
    line.state === 'confirmed' || line.state === 'preparing'
      ? [{ lineId: line.id, from: line.state, to: 'ready' as const }]
      : [],
  )

/** Moves that tell guests and staff that a ticket is on the fire. */
export const startMoves = (ticket: Order): LineMove[] =>
  ticket.lines.flatMap((line) =>
    line.state === 'confirmed' ? [{ lineId: line.id, from: line.state, to: 'preparing' as const }] : [],
  )

/** The move that a tap on a line stands for: done, or back to work. */
export function tapMove(line: Order['lines'][number]): LineMove | undefined {
  if (line.state === 'confirmed' || line.state === 'preparing')
    return { lineId: line.id, from: line.state, to: 'ready' }
  if (line.state === 'ready') return { lineId: line.id, from: 'ready', to: 'confirmed' }
  return undefined
}

/** A ticket as the cook's own taps have left it, whether or not they have been sent. */
export function withPending(ticket: Order, pending: readonly PendingMoves[]): Order {
  const moves = pending.filter(({ orderId }) => orderId === ticket.id).flatMap((entry) => entry.moves)
  if (moves.length === 0) return ticket
  const lines = ticket.lines.map((line) => {
    const state = moves.reduce(
      (current, move) => (move.lineId === line.id && move.from === current ? move.to : current),
      line.state,
    )
    return state === line.state ? line : { ...line, state }
  })
  return { ...ticket, lines }
}

/** A ticket after the answer to a tap; a line that has moved on since then stays where it is. */
export function withAnswer(ticket: Order, answer: Order): Order {
  const isNewer = (line: Order['lines'][number]) =>
    ticket.lines.find(({ id, stateSince }) => id === line.id && stateSince > line.stateSince)
  return { ...answer, lines: answer.lines.map((line) => isNewer(line) ?? line) }
}

export const isDone = (ticket: Order): boolean =>
  ticket.lines.every(({ state }) => state === 'ready' || state === 'served' || state === 'cancelled')
