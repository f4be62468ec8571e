import type { LineState, Order } from '@repo/schemas/contract'

export const laneKeys = ['in', 'fire', 'pass', 'table'] as const
export type LaneKey = (typeof laneKeys)[number]

/** The plates of one order that are in one lane. */
export type LaneCard = {
  key: string
  order: Order
  lines: Order['lines']
  /** When they came there; for what cooks, when it was ordered. */
  since: string
}
export type Lanes = Record<LaneKey, LaneCard[]>

/** Lanes follow the plate: an order of which a part stands at the pass is in two of them. Oldest first. */
export function sortIntoLanes(live: readonly Order[], onTable: readonly Order[]): Lanes {
  const lanes: Lanes = { in: [], fire: [], pass: [], table: [] }
  for (const order of live) {
    const isNew = order.state === 'pending' || order.state === 'confirmed'
    add(lanes[isNew ? 'in' : 'fire'], order, ['pending', 'confirmed', 'preparing'], order.placedAt)
    add(lanes.pass, order, ['ready'])
  }
  for (const order of onTable) add(lanes.table, order, ['served'])
  for (const cards of Object.values(lanes)) cards.sort((a, b) => Date.parse(a.since) - Date.parse(b.since))
  return lanes
}

function add(lane: LaneCard[], order: Order, states: readonly LineState[], since?: string): void {
  const lines = order.lines.filter(({ state }) => states.includes(state))
  const [first] = lines.map(({ stateSince }) => stateSince).sort()
  if (first) lane.push({ key: order.id, order, lines, since: since ?? first })
}
