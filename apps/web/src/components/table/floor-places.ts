export type TableShape = 'round' | 'square' | 'long'
/** Percent of the table's box; `turnDeg` turns a chair, which lies across its plate's way out. */
export type FloorPlace = {
  xPercent: number
  yPercent: number
  chairX: number
  chairY: number
  turnDeg: number
}

/** Plates and chairs of a table on the floor plan, seats in order around it from the top. */
export function floorPlaces(shape: TableShape, seats: number): FloorPlace[] {
  return shape === 'round' ? aroundCircle(seats) : alongSides(shape, seats)
}

function aroundCircle(seats: number): FloorPlace[] {
  // Two sit left and right, so that the table's number stays between their plates.
  const start = seats === 2 ? Math.PI : -Math.PI / 2
  return Array.from({ length: seats }, (_, at) => {
    const angle = start + (at * 2 * Math.PI) / seats
    const [x, y] = [Math.cos(angle), Math.sin(angle)]
    const turnDeg = (angle * 180) / Math.PI + 90
    return { xPercent: 50 + 30 * x, yPercent: 50 + 30 * y, chairX: 50 + 57 * x, chairY: 50 + 57 * y, turnDeg }
  })
}

type Side = 'top' | 'right' | 'bottom' | 'left'
const sides: Side[] = ['top', 'right', 'bottom', 'left']

function alongSides(shape: 'square' | 'long', seats: number): FloorPlace[] {
  const counts = shape === 'square' ? squareCounts(seats) : longCounts(seats)
  return sides.flatMap((side) => onSide(side, counts[side]))
}

function squareCounts(seats: number): Record<Side, number> {
  const share = (at: number) => Math.floor(seats / 4) + (at < seats % 4 ? 1 : 0)
  return { top: share(0), right: share(1), left: share(2), bottom: share(3) }
}

function longCounts(seats: number): Record<Side, number> {
  const ends = seats > 4 ? Math.min(2, seats - 4) : 0
  const along = seats - ends
  return {
    top: Math.ceil(along / 2),
    bottom: Math.floor(along / 2),
    right: ends > 0 ? 1 : 0,
    left: ends > 1 ? 1 : 0,
  }
}

function onSide(side: Side, count: number): FloorPlace[] {
  return Array.from({ length: count }, (_, at) => {
    const along = ((at + 1) * 100) / (count + 1) + (count === 2 ? (at === 0 ? -9 : 9) : 0)
    if (side === 'top') return { xPercent: along, yPercent: 22, chairX: along, chairY: -9, turnDeg: 0 }
    if (side === 'bottom') return { xPercent: along, yPercent: 78, chairX: along, chairY: 109, turnDeg: 0 }
    if (side === 'right') return { xPercent: 84, yPercent: along, chairX: 107, chairY: along, turnDeg: 90 }
    return { xPercent: 16, yPercent: along, chairX: -7, chairY: along, turnDeg: 90 }
  })
}
