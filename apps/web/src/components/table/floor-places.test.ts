import { describe, expect, test } from 'vitest'
import { floorPlaces, type TableShape } from './floor-places.ts'

const shapes: TableShape[] = ['round', 'square', 'long']

describe('floorPlaces', () => {
  test.each(shapes)('every seat of a %s table has its own place', (shape) => {
    for (const seats of [0, 1, 2, 3, 4, 5, 6, 8, 12]) {
      const places = floorPlaces(shape, seats)
      expect(places).toHaveLength(seats)
      const spots = new Set(
        places.map(({ xPercent, yPercent }) => `${xPercent.toFixed(2)},${yPercent.toFixed(2)}`),
      )
      expect(spots.size).toBe(seats)
    }
  })

  test.each(shapes)('plates lie on a %s table and chairs stand outside', (shape) => {
    for (const place of floorPlaces(shape, 6)) {
      expect(Math.abs(place.xPercent - 50)).toBeLessThan(50)
      expect(Math.abs(place.yPercent - 50)).toBeLessThan(50)
      expect(Math.hypot(place.chairX - 50, place.chairY - 50)).toBeGreaterThan(
        Math.hypot(place.xPercent - 50, place.yPercent - 50),
      )
    }
  })
})
