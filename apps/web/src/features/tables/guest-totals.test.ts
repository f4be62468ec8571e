import { expect, test } from 'vitest'
import { guestTotals, unnamedTotalMinor } from './guest-totals.ts'
import { aGuest, anOrder, aSession } from './testing/board.ts'

const guests = [aGuest(), aGuest({ id: 'theo', state: 'left' }), aGuest({ id: 'ana', state: 'evicted' })]

test('the guests’ totals and the unassigned rest add up to the table’s total', () => {
  const session = aSession({
    guests,
    orders: [
      anOrder({ totalMinor: 5_000 }),
      anOrder({ totalMinor: 700, guestId: 'theo' }),
      anOrder({ totalMinor: 900, guestId: null }),
      anOrder({ totalMinor: 100, guestId: 'forgotten' }),
      anOrder({ totalMinor: 3_000, state: 'cancelled' }),
    ],
  })
  expect(guestTotals(session).map(({ guest, totalMinor }) => [guest.id, totalMinor])).toEqual([
    ['mara', 5_000],
    ['theo', 700],
  ])
  expect(unnamedTotalMinor(session)).toBe(1_000)
})

test('an allergy stated with any order is shown beside the guest, once', () => {
  const orders = [anOrder({ allergyNote: 'Peanuts' }), anOrder({ allergyNote: 'Peanuts' }), anOrder()]
  expect(guestTotals(aSession({ orders }))[0]?.allergyNotes).toEqual(['Peanuts'])
})
