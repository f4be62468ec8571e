import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessDate, isOpenAt, nextOpening } from './business-day.ts'

const lima = 'America/Lima'
const madrid = 'Europe/Madrid'
const inLima = (localTime: string) => new Date(`${localTime}-05:00`)

describe('the business day', () => {
  test.each([
    ['2026-11-21T23:59', '2026-11-21'],
    ['2026-11-22T01:30', '2026-11-21'],
    ['2026-11-22T03:59:59.999', '2026-11-21'],
    ['2026-11-22T04:00', '2026-11-22'],
    ['2027-01-01T00:10', '2026-12-31'],
  ])('of %s with a cut-off of 04:00 is %s', (localTime, expected) => {
    expect(businessDate(inLima(localTime), lima, 240)).toBe(expected)
  })

  test('is the calendar day with a cut-off of midnight', () => {
    expect(businessDate(inLima('2026-11-22T00:00'), lima, 0)).toBe('2026-11-22')
    expect(businessDate(inLima('2026-11-21T23:59:59'), lima, 0)).toBe('2026-11-21')
  })

  test('begins at the local cut-off on nights when clocks change', () => {
    expect(businessDate(new Date('2026-03-29T01:59Z'), madrid, 240)).toBe('2026-03-28')
    expect(businessDate(new Date('2026-03-29T02:00Z'), madrid, 240)).toBe('2026-03-29')
    expect(businessDate(new Date('2026-10-25T02:59Z'), madrid, 240)).toBe('2026-10-24')
    expect(businessDate(new Date('2026-10-25T03:00Z'), madrid, 240)).toBe('2026-10-25')
  })

  test('never goes back, even when clocks do', () => {
    const firstHalfPastTwo = new Date('2026-10-25T00:30Z')
    const secondTwo = new Date('2026-10-25T01:00Z')
    expect(businessDate(firstHalfPastTwo, madrid, 150)).toBe('2026-10-25')
    expect(businessDate(secondTwo, madrid, 150)).toBe('2026-10-25')
  })

  test('of a later instant is never an earlier one', () => {
    const clockChanges = fc.constantFrom(Date.UTC(2026, 2, 29), Date.UTC(2026, 9, 25), Date.UTC(2026, 10, 1))
    const zone = fc.constantFrom(madrid, 'America/New_York', 'America/Havana')
    const minutes = fc.integer({ min: -600, max: 900 })
    fc.assert(
      fc.property(
        clockChanges,
        zone,
        minutes,
        minutes,
        fc.nat({ max: 720 }),
        (day, timeZone, a, b, cutoff) => {
          const dateAt = (minute: number) => businessDate(new Date(day + minute * 60_000), timeZone, cutoff)
          expect(dateAt(Math.min(a, b)) <= dateAt(Math.max(a, b))).toBe(true)
        },
      ),
    )
  })
})

// Saturday 2026-11-21; lunch on Saturdays and Sundays, Saturday's dinner until 02:00.
const hours = [
  { weekday: 6, opensMinute: 12 * 60, closesMinute: 16 * 60 },
  { weekday: 6, opensMinute: 19 * 60, closesMinute: 26 * 60 },
  { weekday: 0, opensMinute: 12 * 60, closesMinute: 16 * 60 },
]

describe('opening hours', () => {
  test.each([
    ['2026-11-21T11:59:59', false],
    ['2026-11-21T12:00', true],
    ['2026-11-21T15:59:59', true],
    ['2026-11-21T16:00', false],
    ['2026-11-21T23:00', true],
    ['2026-11-22T01:59', true],
    ['2026-11-22T02:00', false],
    ['2026-11-21T01:00', false],
    ['2026-11-23T13:00', false],
  ])('at %s: open is %s', (localTime, expected) => {
    expect(isOpenAt(hours, inLima(localTime), lima)).toBe(expected)
  })

  test('that are not given mean always open', () => {
    expect(isOpenAt([], inLima('2026-11-21T03:00'), lima)).toBe(true)
    expect(nextOpening([], inLima('2026-11-21T03:00'), lima)).toBeNull()
  })

  test.each([
    ['2026-11-21T09:00', '2026-11-21T12:00'],
    ['2026-11-21T12:00', '2026-11-21T19:00'],
    ['2026-11-21T17:00', '2026-11-21T19:00'],
    ['2026-11-22T03:00', '2026-11-22T12:00'],
    ['2026-11-22T17:00', '2026-11-28T12:00'],
  ])('after %s the next opening is %s', (localTime, expected) => {
    expect(nextOpening(hours, inLima(localTime), lima)).toEqual(inLima(expected))
  })

  test('once a week come again a week later', () => {
    expect(nextOpening(hours.slice(0, 1), inLima('2026-11-21T12:00'), lima)).toEqual(
      inLima('2026-11-28T12:00'),
    )
  })

  test('follow the local clock when it changes', () => {
    const sundays = [{ weekday: 0, opensMinute: 12 * 60, closesMinute: 16 * 60 }]
    const beforeTheChange = new Date('2026-10-24T20:00Z')
    expect(nextOpening(sundays, beforeTheChange, madrid)?.toISOString()).toBe('2026-10-25T11:00:00.000Z')
  })

  test('a closed place stays closed until its next opening and is open then', () => {
    const period = fc
      .tuple(fc.nat({ max: 6 }), fc.nat({ max: 1439 }), fc.integer({ min: 1, max: 720 }))
      .map(([weekday, opensMinute, length]) => ({ weekday, opensMinute, closesMinute: opensMinute + length }))
    const hoursOfWeek = fc.array(period, { minLength: 1, maxLength: 5 })
    const monday = inLima('2026-11-16T00:00').getTime()
    fc.assert(
      fc.property(
        hoursOfWeek,
        fc.nat({ max: 7 * 1440 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (list, minute, share) => {
          const instant = new Date(monday + minute * 60_000)
          fc.pre(!isOpenAt(list, instant, lima))
          const next = nextOpening(list, instant, lima)
          expect(next && isOpenAt(list, next, lima)).toBe(true)
          const between = new Date(instant.getTime() + share * ((next?.getTime() ?? 0) - instant.getTime()))
          expect(isOpenAt(list, between, lima)).toBe(false)
        },
      ),
    )
  })
})
