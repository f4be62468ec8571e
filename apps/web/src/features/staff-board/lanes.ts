import type { LineState, Order } from '@repo/schemas/contract'

export const laneKeys = ['in', 'fire', 'pass'] as const
export type LaneKey = (typeof laneKeys)[number]

/** The plates of one order that are in one lane. */
export type LaneCard = {
  order: Order
  lines: Order['lines']
  /** When they came there; for what is not ready yet, when it was ordered. */
  since: string
}
export type Lanes = Record<LaneKey, LaneCard[]>

/** Lanes follow the plate: an order of which a part stands at the pass is in two of them. Oldest first. */
export function sortIntoLanes(live: readonly Order[]): Lanes {
  const lanes: Lanes = { in: [], fire: [], pass: [] }
  for (const order of live) {
    const isNew = order.state === 'pending' || order.state === 'confirmed'
    add(lanes[isNew ? 'in' : 'fire'], order, ['pending', 'confirmed', 'preparing'], order.placedAt)
    add(lanes.pass, order, ['ready'])
  }
  for (const cards of Object.values(lanes)) cards.sort((a, b) => Date.parse(a.since) - Date.parse(b.since))
  return lanes
}

function add(lane: LaneCard[], order: Order, states: readonly LineState[], since?: string): void {
  const lines = order.lines.filter(({ state }) => states.includes(state))
  const [first] = lines.map(({ stateSince }) => stateSince).sort()
  if (first) lane.push({ order, lines, since: since ?? first })
}

/** What stands on one table. */
export type ServedTable = { sessionId: string; tableLabel: string; orders: Order[]; lines: Order['lines'] }

/** Served orders of the tables that still sit, one entry per table. */
export function groupByTable(served: readonly Order[], openSessions: ReadonlySet<string>): ServedTable[] {
  const bySession = Map.groupBy(
    served.filter(({ sessionId }) => openSessions.has(sessionId)),
    ({ sessionId }) => sessionId,
  )
  return [...bySession].map(([sessionId, orders]) => ({
    sessionId,
    tableLabel: orders[0]?.tableLabel ?? '',
    orders,
    lines: orders.flatMap(({ lines }) => lines.filter(({ state }) => state === 'served')),
  }))
}
