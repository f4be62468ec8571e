import { z } from 'zod'
import { LineState } from './orders.ts'
import { AmountMinor, CurrencyCode, Cursor, Id, Instant, line, SumMinor } from './primitives.ts'
import { Guest, ServiceCall } from './table-sessions.ts'

export const TableShape = z.enum(['round', 'square', 'long'])

export const BoardOrder = z.strictObject({
  id: Id,
  number: z.int(),
  state: LineState,
  placedAt: Instant,
  guestId: Id.nullable(),
  totalMinor: AmountMinor,
  allergyNote: z.string(),
  /** Pictures of what stands or will stand on the table. */
  dishes: z.array(
    z.strictObject({
      name: z.string(),
      picture: z.string().nullable(),
      ware: z.string(),
      state: LineState,
      quantity: z.int(),
      stateSince: Instant,
    }),
  ),
})

export const BoardSession = z.strictObject({
  id: Id,
  openedAt: Instant,
  joinCode: z.string(),
  guests: z.array(Guest),
  orders: z.array(BoardOrder),
  calls: z.array(ServiceCall),
  totalMinor: SumMinor,
})

export const DiningTable = z.strictObject({
  id: Id,
  label: z.string(),
  area: z.string(),
  seats: z.int(),
  shape: TableShape,
  position: z.int(),
  /** The sticker's code; null for roles that may not hand out stickers. */
  code: z.string().nullable(),
  session: BoardSession.nullable(),
})
export type DiningTable = z.infer<typeof DiningTable>

export const TableBoard = z.strictObject({
  cursor: Cursor,
  serverTime: Instant,
  currency: CurrencyCode,
  targetMinutes: z.int(),
  tables: z.array(DiningTable),
})
export type TableBoard = z.infer<typeof TableBoard>

export const CreateTableInput = z.strictObject({
  label: line(12),
  area: line(40, 0).default(''),
  seats: z.int().min(1).max(40),
  shape: TableShape,
})
export type CreateTableInput = z.infer<typeof CreateTableInput>
export const TableIdPath = z.strictObject({ branchId: Id, tableId: Id })
/** A freshly made or rotated sticker. */
export const TableSticker = z.strictObject({ id: Id, label: z.string(), code: z.string() })
