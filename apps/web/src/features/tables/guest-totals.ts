import type { BoardOrder, Guest, Session } from './table-tasks.ts'

export type GuestTotal = { guest: Guest; totalMinor: number; allergyNotes: string[] }

/** Who sits at the table and what each has ordered; those who left stay listed while they have orders. */
export function guestTotals({ guests, orders }: Session): GuestTotal[] {
  const byGuest = Map.groupBy(
    orders.filter(({ state }) => state !== 'cancelled'),
    ({ guestId }) => guestId,
  )
  return guests
    .map((guest) => ({ guest, ...sum(byGuest.get(guest.id) ?? []) }))
    .filter(
      ({ guest, totalMinor }) => guest.state === 'active' || guest.state === 'pending' || totalMinor > 0,
    )
}

/** What was ordered by nobody who can still be named. */
export function unnamedTotalMinor({ guests, orders }: Session): number {
  const known = new Set(guests.map(({ id }) => id))
  return sum(orders.filter(({ state, guestId }) => state !== 'cancelled' && !(guestId && known.has(guestId))))
    .totalMinor
}

function sum(orders: readonly BoardOrder[]) {
  return {
    totalMinor: orders.reduce((total, order) => total + order.totalMinor, 0),
    allergyNotes: [...new Set(orders.map(({ allergyNote }) => allergyNote).filter(Boolean))],
  }
}
