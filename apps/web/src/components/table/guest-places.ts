export type Place = { x: number; y: number }

/**
 * Where guests sit at a round table of radius 1 around (0, 0), y downwards. The first is the viewer, nearest
 * to the thumb; the others share the arc across.
 */
export function guestPlaces(count: number): Place[] {
  const others = Math.max(0, count - 1)
  const opening = others < 4 ? 0.56 * Math.PI : 0.94 * Math.PI
  const across = Array.from({ length: others }, (_, at) => {
    const share = others === 1 ? 0.5 : at / (others - 1)
    const angle = -Math.PI / 2 - opening / 2 + share * opening
    return { x: 0.66 * Math.cos(angle), y: 0.66 * Math.sin(angle) }
  })
  return [{ x: 0, y: 0.18 }, ...across].slice(0, count)
}
