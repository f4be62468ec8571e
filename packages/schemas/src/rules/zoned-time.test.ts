import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantAt, localTime } from './zoned-time.ts'

const zones = [
  'UTC',
  'America/Lima',
  'America/New_York',
  'Europe/Madrid',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
]

test('the wall clock is the zone’s', () => {
  const instant = new Date('2026-11-22T03:51:30Z')
  expect(localTime(instant, 'America/Lima')).toEqual({ date: '2026-11-21', weekday: 6, minute: 22 * 60 + 51 })
  expect(localTime(instant, 'Asia/Kathmandu')).toEqual({
    date: '2026-11-22',
    weekday: 0,
    minute: 9 * 60 + 36,
  })
})

test('an instant made from a wall clock shows that wall clock', () => {
  const minuteOf2026 = fc.integer({ min: 0, max: 365 * 1440 - 1 })
  fc.assert(
    fc.property(minuteOf2026, fc.constantFrom(...zones), (minutes, timeZone) => {
      const instant = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000)
      const { date, minute } = localTime(instant, timeZone)
      expect(localTime(instantAt(date, minute, timeZone), timeZone)).toMatchObject({ date, minute })
    }),
  )
})

test('where clocks go back the first of the two instants counts', () => {
  expect(instantAt('2026-10-25', 150, 'Europe/Madrid').toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('a time that clocks skip is as late as it would have been without the change', () => {
  expect(instantAt('2026-03-29', 150, 'Europe/Madrid').toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

test('days are added across months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
})
