import type { DiningTable } from '@repo/schemas/contract'
import type { BoardDish, BoardOrder, Session } from '../table-tasks.ts'

/** Data for tests: instants count in minutes from the opening of the session. */
export const at = (minutes: number): string =>
  new Date(Date.UTC(2026, 0, 3, 19) + minutes * 60_000).toISOString()

export const aDish = (dish: Partial<BoardDish> = {}): BoardDish => ({
  name: 'Ceviche',
  picture: 'ceviche',
  ware: 'bowl',
  state: 'confirmed',
  quantity: 1,
  stateSince: at(0),
  ...dish,
})

export const anOrder = (order: Partial<BoardOrder> = {}): BoardOrder => ({
  id: 'order',
  number: 1,
  state: 'confirmed',
  placedAt: at(0),
  guestId: 'mara',
  totalMinor: 1_000,
  allergyNote: '',
  dishes: [aDish()],
  ...order,
})

export const aGuest = (guest: Partial<Session['guests'][number]> = {}): Session['guests'][number] => ({
  id: 'mara',
  name: 'Mara',
  state: 'active',
  isHost: true,
  colour: 0,
  joinedAt: at(0),
  ...guest,
})

export const aSession = (session: Partial<Session> = {}): Session => ({
  id: 'session',
  openedAt: at(0),
  joinCode: 'ABCDEF',
  guests: [aGuest()],
  orders: [],
  calls: [],
  totalMinor: 0,
  ...session,
})

export const aTable = (session: Session | null, label = '7'): DiningTable => ({
  id: `table ${label}`,
  label,
  area: 'Main room',
  seats: 4,
  shape: 'square',
  position: 0,
  code: null,
  session,
})
