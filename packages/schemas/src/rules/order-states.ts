/** `pending` waits for staff to confirm it; `served` and `cancelled` end a line. */
export const lineStates = ['pending', 'confirmed', 'preparing', 'ready', 'served', 'cancelled'] as const
export type LineState = (typeof lineStates)[number]
export type OrderState = LineState

export type LineMover = 'staff' | 'kitchen' | 'guest'

export type LineTransition = {
  from: LineState
  to: LineState
  kind: 'forward' | 'undo' | 'cancel'
  by: readonly LineMover[]
}

/** Every move that an order line can make. Moves that are not listed are impossible. */
export const lineTransitions: readonly LineTransition[] = [
  { from: 'pending', to: 'confirmed', kind: 'forward', by: ['staff'] },
  { from: 'confirmed', to: 'preparing', kind: 'forward', by: ['staff', 'kitchen'] },
  { from: 'confirmed', to: 'ready', kind: 'forward', by: ['staff', 'kitchen'] },
  { from: 'preparing', to: 'ready', kind: 'forward', by: ['staff', 'kitchen'] },
  { from: 'ready', to: 'served', kind: 'forward', by: ['staff', 'kitchen'] },

  { from: 'preparing', to: 'confirmed', kind: 'undo', by: ['staff', 'kitchen'] },
  { from: 'ready', to: 'preparing', kind: 'undo', by: ['staff', 'kitchen'] },
  { from: 'ready', to: 'confirmed', kind: 'undo', by: ['staff', 'kitchen'] },
  { from: 'served', to: 'ready', kind: 'undo', by: ['staff', 'kitchen'] },

  { from: 'pending', to: 'cancelled', kind: 'cancel', by: ['staff', 'guest'] },
  { from: 'confirmed', to: 'cancelled', kind: 'cancel', by: ['staff'] },
  { from: 'preparing', to: 'cancelled', kind: 'cancel', by: ['staff'] },
  { from: 'ready', to: 'cancelled', kind: 'cancel', by: ['staff'] },
]

/** Whether a line may go from one state to another, by anyone or by the mover named. */
export function canMoveLine(from: LineState, to: LineState, by?: LineMover): boolean {
  return lineTransitions.some(
    (transition) =>
      transition.from === from && transition.to === to && (by === undefined || transition.by.includes(by)),
  )
}

/** State of an order, derived from its lines. Cancelled lines count only when there are no others. */
export function deriveOrderState(states: readonly LineState[]): OrderState {
  const live = states.filter((state) => state !== 'cancelled')
  if (live.length === 0) return 'cancelled'
  if (live.every((state) => state === 'served')) return 'served'
  if (live.every((state) => state === 'ready' || state === 'served')) return 'ready'
  if (live.some((state) => state !== 'pending' && state !== 'confirmed')) return 'preparing'
  return live.includes('pending') ? 'pending' : 'confirmed'
}
