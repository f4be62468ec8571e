import { z } from 'zod'
import { lineStates } from '../rules/index.ts'
import { OptionKind } from './menu.ts'
import {
  AmountMinor,
  CurrencyCode,
  Cursor,
  DifferenceMinor,
  Id,
  Instant,
  paragraph,
  RatePpm,
} from './primitives.ts'
import { Guest, GuestContext, ServiceCall } from './table-sessions.ts'

export const maxOrderLines = 50
export const maxLineQuantity = 20
export const Quantity = z.int().min(1).max(maxLineQuantity)
export const Note = paragraph(280)

export const LineState = z.enum(lineStates)
export type LineState = z.infer<typeof LineState>

export const OrderLineInput = z.strictObject({
  dishId: Id,
  quantity: Quantity,
  modifiers: z.array(z.strictObject({ optionId: Id, quantity: Quantity })).max(30),
  note: Note.optional(),
})

/** Ids, quantities and notes only: the server prices, `expectedTotalMinor` is what the guest saw. */
export const PlaceOrderInput = z.strictObject({
  lines: z.array(OrderLineInput).min(1).max(maxOrderLines),
  note: Note.optional(),
  allergyNote: Note.optional(),
  expectedTotalMinor: AmountMinor,
})
export type PlaceOrderInput = z.infer<typeof PlaceOrderInput>

/** 1 to 255 visible ASCII characters; a UUID is advised. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/)

export const OrderModifier = z.strictObject({
  optionId: Id,
  name: z.string(),
  kind: OptionKind,
  quantity: z.int(),
  unitMinor: DifferenceMinor,
})

export const OrderLine = z.strictObject({
  id: Id,
  dishId: Id,
  name: z.string(),
  picture: z.string().nullable(),
  ware: z.string(),
  backdrop: z.string(),
  stationId: Id.nullable(),
  quantity: z.int(),
  unitMinor: AmountMinor,
  lineMinor: AmountMinor,
  modifiers: z.array(OrderModifier),
  note: z.string(),
  state: LineState,
  stateSince: Instant,
})
export type OrderLine = z.infer<typeof OrderLine>

export const Order = z.strictObject({
  id: Id,
  number: z.int(),
  state: LineState,
  tableLabel: z.string(),
  sessionId: Id,
  guestId: Id.nullable(),
  guestName: z.string(),
  placedAt: Instant,
  confirmedAt: Instant.nullable(),
  note: z.string(),
  allergyNote: z.string(),
  refusalReason: z.string().nullable(),
  currency: CurrencyCode,
  lines: z.array(OrderLine),
  subtotalMinor: AmountMinor,
  discountMinor: AmountMinor,
  serviceChargeMinor: AmountMinor,
  taxes: z.array(
    z.strictObject({ name: z.string(), ratePpm: RatePpm, baseMinor: z.int(), taxMinor: z.int() }),
  ),
  taxMinor: AmountMinor,
  totalMinor: AmountMinor,
})
export type Order = z.infer<typeof Order>

/** Everything a guest sees of the table, with the cursor to follow it live from. */
export const TableSession = z.strictObject({
  cursor: Cursor,
  context: GuestContext,
  sessionState: z.enum(['open', 'closed']),
  /** On the host's screen only. */
  joinCode: z.string().nullable(),
  guests: z.array(Guest),
  orders: z.array(Order),
  calls: z.array(ServiceCall),
})
export type TableSession = z.infer<typeof TableSession>

export const OrderBoard = z.strictObject({ cursor: Cursor, serverTime: Instant, orders: z.array(Order) })
export type OrderBoard = z.infer<typeof OrderBoard>
export const OrderBoardQuery = z.strictObject({
  scope: z.enum(['live', 'served', 'cancelled']).default('live'),
  locale: z.enum(['en', 'es']).optional(),
})

export const RefuseOrderInput = z.strictObject({ reason: paragraph(140, 1) })
export const OrderPath = z.strictObject({ branchId: Id, orderId: Id })
export const GuestOrderPath = z.strictObject({ orderId: Id })

/** Moves of one order's lines, all or nothing; `from` is what the sender saw, so the loser of a race gets 409. */
export const MoveLinesInput = z.strictObject({
  moves: z
    .array(z.strictObject({ lineId: Id, from: LineState, to: LineState }))
    .min(1)
    .max(maxOrderLines),
})
export type MoveLinesInput = z.infer<typeof MoveLinesInput>
