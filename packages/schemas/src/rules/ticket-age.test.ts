import { expect, test } from 'vitest'
import { ticketAge } from './ticket-age.ts'

const placedAt = new Date('2026-11-21T20:00:00Z')

test.each([
  [-5, 'fresh'],
  [0, 'fresh'],
  [599.999, 'fresh'],
  [600, 'soon'],
  [899.999, 'soon'],
  [900, 'late'],
  [86_400, 'late'],
])('with a target of 15 minutes a ticket of %d s is %s', (ageSeconds, expected) => {
  expect(ticketAge(placedAt, new Date(placedAt.getTime() + ageSeconds * 1000), 15)).toBe(expected)
})
