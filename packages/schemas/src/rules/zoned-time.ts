/** Wall clock of a zone: `date` as YYYY-MM-DD, `weekday` from 0 (Sunday), `minute` since midnight. */
export type LocalTime = { date: string; weekday: number; minute: number }

const minuteMs = 60_000
const dayMs = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** What the wall clock of an IANA time zone shows at an instant. Throws a RangeError for an unknown zone. */
export function localTime(instant: Date, timeZone: string): LocalTime {
  const wall = new Date(instant.getTime() + offsetMs(instant.getTime(), timeZone))
  return {
    date: wall.toISOString().slice(0, 10),
    weekday: wall.getUTCDay(),
    minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(),
  }
}

/**
 * The instant at which a zone's wall clock shows a date and minute. Where clocks go back it is the first of the two;
 * a time that clocks skip is as far into the new time as it would have been into the old (RFC 5545).
 */
export function instantAt(date: string, minute: number, timeZone: string): Date {
  const wallMs = Date.parse(date) + minute * minuteMs
  const before = offsetMs(wallMs - dayMs, timeZone)
  const after = offsetMs(wallMs + dayMs, timeZone)
  const isShown = (offset: number) => offsetMs(wallMs - offset, timeZone) === offset
  return new Date(wallMs - (!isShown(before) && isShown(after) ? after : before))
}

/** The date some days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
}

/** How far a zone's wall clock is ahead of UTC at an instant. */
function offsetMs(instantMs: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instantMs)
  const read = (wanted: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(({ type }) => type === wanted)?.value)
  const wallMs = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  )
  return wallMs - Math.floor(instantMs / 1000) * 1000
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  formats.set(timeZone, format)
  return format
}
