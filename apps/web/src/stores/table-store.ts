import type { Connection } from '@repo/api-client'
import type { TableSession } from '@repo/schemas/contract'
import { createStore } from 'zustand/vanilla'

/** `unknown` until the renewal has answered; `pending` waits to be let in. */
export type Seat = 'unknown' | 'none' | 'pending' | 'active'

export type TableState = {
  seat: Seat
  /** Why the last stay ended, to be said in words. */
  ended: 'refused' | 'closed' | null
  /** The table as this guest may see it. */
  table: TableSession | null
  connection: Connection
  /** Counts the news that the menu or the branch has changed. */
  menuChanges: number
}

/** How the table stands, as last heard from the server. Not kept: it is loaded again after a reload. */
export const tableStore = createStore<TableState>(() => ({
  seat: 'unknown',
  ended: null,
  table: null,
  connection: { connected: true, heardAtMs: 0 },
  menuChanges: 0,
}))
