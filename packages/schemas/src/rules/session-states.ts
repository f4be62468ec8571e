/** `pending` waits for consent or the join code; `left`, `refused` and `evicted` end a guest's stay. */
export const guestStates = ['pending', 'active', 'left', 'refused', 'evicted'] as const
export type GuestState = (typeof guestStates)[number]

/** A guest who was sent away asks again as a new guest. */
export const guestTransitions: readonly { from: GuestState; to: GuestState }[] = [
  { from: 'pending', to: 'active' },
  { from: 'pending', to: 'left' },
  { from: 'pending', to: 'refused' },
  { from: 'active', to: 'left' },
  { from: 'active', to: 'evicted' },
]

type Seated = { id: string; state: GuestState; joinedAt: Date }

/** The guest the host role passes on to: the active one who joined first, the lower id among equals; null if none. */
export function nextHost<G extends Seated>(guests: readonly G[]): G | null {
  const active = guests.filter(({ state }) => state === 'active')
  const [first] = active.sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.id < b.id ? -1 : 1))
  return first ?? null
}

/** Whether a session without any order has stood open for `lapseMinutes` or longer. */
export function isLapsed(session: {
  openedAt: Date
  lastOrderAt: Date | null
  now: Date
  lapseMinutes: number
}): boolean {
  if (session.lastOrderAt !== null) return false
  return session.now.getTime() - session.openedAt.getTime() >= session.lapseMinutes * 60_000
}
