export type TicketAge = 'fresh' | 'soon' | 'late'

/** Age of a kitchen ticket against its target: soon from two thirds of it, late once it is reached. */
export function ticketAge(placedAt: Date, now: Date, targetMinutes: number): TicketAge {
  const ageMs = now.getTime() - placedAt.getTime()
  const targetMs = targetMinutes * 60_000
  if (ageMs >= targetMs) return 'late'
  return ageMs * 3 >= targetMs * 2 ? 'soon' : 'fresh'
}
