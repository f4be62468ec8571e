import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GuestState, guestStates, guestTransitions, isLapsed, nextHost } from './session-states.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 20, minute))

const canMoveGuest = (from: GuestState, to: GuestState) =>
  guestTransitions.some((transition) => transition.from === from && transition.to === to)

describe('guests', () => {
  test.each([
    ['pending', 'active'],
    ['pending', 'left'],
    ['pending', 'refused'],
    ['active', 'left'],
    ['active', 'evicted'],
  ] as const)('go %s → %s', (from, to) => {
    expect(canMoveGuest(from, to)).toBe(true)
  })

  test('who left or were sent away never come back', () => {
    for (const from of ['left', 'refused', 'evicted'] as const) {
      for (const to of guestStates) expect(canMoveGuest(from, to)).toBe(false)
    }
  })

  test('who are in never wait again', () => {
    expect(canMoveGuest('active', 'pending')).toBe(false)
  })
})

describe('the host role', () => {
  test('passes on to the active guest who joined first', () => {
    const guests = [
      { id: 'd', state: 'active', joinedAt: at(9) },
      { id: 'c', state: 'active', joinedAt: at(5) },
      { id: 'b', state: 'pending', joinedAt: at(2) },
      { id: 'a', state: 'left', joinedAt: at(1) },
    ] as const
    expect(nextHost(guests)?.id).toBe('c')
  })

  test('belongs to nobody when no guest is active', () => {
    expect(nextHost([])).toBeNull()
    expect(nextHost([{ id: 'a', state: 'pending', joinedAt: at(0) }])).toBeNull()
  })

  test('passes to the same guest whatever the order of the list', () => {
    const guest = fc.record({
      id: fc.uuid(),
      state: fc.constantFrom(...guestStates),
      joinedAt: fc.constantFrom(at(0), at(1)),
    })
    const guests = fc.uniqueArray(guest, { selector: ({ id }) => id, maxLength: 6 })
    fc.assert(
      fc.property(guests, (list) => {
        expect(nextHost(list.toReversed())).toEqual(nextHost(list))
      }),
    )
  })
})

describe('a session', () => {
  const session = { openedAt: at(0), lastOrderAt: null, lapseMinutes: 15 }

  test('without an order lapses after its time', () => {
    expect(isLapsed({ ...session, now: at(14) })).toBe(false)
    expect(isLapsed({ ...session, now: at(15) })).toBe(true)
  })

  test('with an order never lapses', () => {
    expect(isLapsed({ ...session, lastOrderAt: at(3), now: at(59) })).toBe(false)
  })
})
