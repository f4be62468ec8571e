import { describe, expect, test } from 'vitest'
import { guestPlaces } from './guest-places.ts'

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y)

describe('guestPlaces', () => {
  test.each([1, 2, 3, 5, 8])('%i guests sit on the table, mirrored left and right', (count) => {
    const places = guestPlaces(count)
    expect(places).toHaveLength(count)
    expect(places.every(({ x, y }) => Math.hypot(x, y) < 0.8)).toBe(true)
    expect(places.reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(0)
  })

  test('the viewer sits nearest to the thumb', () => {
    const [viewer, ...others] = guestPlaces(4)
    expect(others.every(({ y }) => y < (viewer?.y ?? 0))).toBe(true)
  })

  test('up to six plates keep clear of each other', () => {
    const places = guestPlaces(6)
    const gaps = places.flatMap((a, at) => places.slice(at + 1).map((b) => distance(a, b)))
    expect(Math.min(...gaps)).toBeGreaterThan(0.35)
  })

  test('an empty table has no places', () => {
    expect(guestPlaces(0)).toEqual([])
  })
})
