import { addDays, instantAt, localTime } from './zoned-time.ts'

/** Minutes since the local midnight of `weekday` (0 is Sunday); past midnight `closesMinute` exceeds 1440. */
export type OpeningPeriod = { weekday: number; opensMinute: number; closesMinute: number }

const dayMinutes = 1440

/**
 * The business day an instant belongs to, as YYYY-MM-DD. A day lasts from one cut-off (minutes after local midnight)
 * to the next, so 01:30 with a cut-off of 04:00 is yesterday; days never go back, even when clocks do.
 */
export function businessDate(instant: Date, timeZone: string, cutoffMinutes: number): string {
  const { date } = localTime(instant, timeZone)
  return instant < instantAt(date, cutoffMinutes, timeZone) ? addDays(date, -1) : date
}

/** Whether the local time falls into one of the periods; a place that names no hours is always open. */
export function isOpenAt(hours: readonly OpeningPeriod[], instant: Date, timeZone: string): boolean {
  if (hours.length === 0) return true
  const { weekday, minute } = localTime(instant, timeZone)
  const yesterday = (weekday + 6) % 7
  return hours.some(
    (period) => covers(period, weekday, minute) || covers(period, yesterday, minute + dayMinutes),
  )
}

/** The first instant after the given one at which a period begins; null for a place that names no hours. */
export function nextOpening(hours: readonly OpeningPeriod[], instant: Date, timeZone: string): Date | null {
  const { date, weekday } = localTime(instant, timeZone)
  const starts = hours.flatMap((period) => {
    const days = (period.weekday - weekday + 7) % 7
    return [days, days + 7].map((ahead) => instantAt(addDays(date, ahead), period.opensMinute, timeZone))
  })
  const [first] = starts.filter((start) => start > instant).sort((a, b) => a.getTime() - b.getTime())
  return first ?? null
}

function covers(period: OpeningPeriod, weekday: number, minute: number): boolean {
  return period.weekday === weekday && period.opensMinute <= minute && minute < period.closesMinute
}
