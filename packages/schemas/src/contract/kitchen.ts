import { z } from 'zod'
import { Accent } from './menu.ts'
import { Order } from './orders.ts'
import { Cursor, Id, Instant } from './primitives.ts'

export const Station = z.strictObject({ id: Id, name: z.string(), icon: z.string() })

/** The kitchen display's snapshot; `cursor` is where live events continue from. */
export const KitchenBoard = z.strictObject({
  cursor: Cursor,
  serverTime: Instant,
  branchName: z.string(),
  accent: Accent,
  logo: z.string().nullable(),
  targetMinutes: z.int(),
  stations: z.array(Station),
  /** Confirmed and not yet served, oldest first. */
  tickets: z.array(Order),
  soldOut: z.array(z.strictObject({ dishId: Id, name: z.string() })),
})
export type KitchenBoard = z.infer<typeof KitchenBoard>
