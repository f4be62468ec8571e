import { uuidv7 } from '@repo/auth'
import type { Tx } from '@repo/db'
import type { Order } from '@repo/schemas/contract'
import type { OrderPrice } from '@repo/schemas/rules'
import { localize } from '@repo/schemas/rules'
import type { IdempotentCall } from '../../http/idempotency.ts'
import type { BranchTerms, SessionSeat } from './load-order-context.ts'
import type { PricedLine } from './price-lines.ts'

export type NewOrder = {
  orderId: string
  organizationId: string
  branchId: string
  sessionId: string
  guestId: string
  state: 'pending' | 'confirmed'
  branch: BranchTerms
  seat: SessionSeat
  lines: PricedLine[]
  price: OrderPrice
  note: string
  allergyNote: string
  /** ISO 8601. */
  placedAt: string
  businessDate: string
  call: IdempotentCall
}

/**
 * Writes number, order, lines and the reply kept for retries in one statement, so that nothing can be half-written.
 * Returns the stored reply, which is what every retry gets too.
 */
export async function insertOrder({ sql }: Tx, order: NewOrder): Promise<Order> {
  const { orderId, organizationId, branchId, sessionId, guestId, state, price, call, placedAt } = order
  const confirmedAt = state === 'confirmed' ? placedAt : null
  const rows = order.lines.map((line, position) => toLineRow(line, position))
  const [stored] = await sql<{ body: Order }[]>`
    with counter as (
      insert into order_counters as c (organization_id, branch_id, business_date, last_number)
      values (${organizationId}, ${branchId}, ${order.businessDate}, 1)
      on conflict (branch_id, business_date) do update set last_number = c.last_number + 1
      returning last_number
    ), new_order as (
      insert into orders (id, organization_id, branch_id, session_id, guest_id, table_label, business_date, number, state,
        currency, subtotal_minor, discount_minor, service_charge_minor, tax_minor, total_minor, taxes, note, allergy_note,
        placed_at, confirmed_at)
      select ${orderId}, ${organizationId}, ${branchId}, ${sessionId}, ${guestId}, ${order.seat.tableLabel}, ${order.businessDate},
        counter.last_number, ${state}, ${order.branch.currency}, ${price.subtotalMinor}::bigint, ${price.discountMinor}::bigint,
        ${price.serviceChargeMinor}::bigint, ${price.taxMinor}::bigint, ${price.totalMinor}::bigint, ${JSON.stringify(price.taxes)}::jsonb,
        ${order.note}, ${order.allergyNote}, ${placedAt}::timestamptz, ${confirmedAt}::timestamptz
      from counter
      returning number
    ), new_lines as (
      insert into order_lines (id, organization_id, branch_id, order_id, session_id, dish_id, station_id, position, name, picture,
        ware, backdrop, quantity, unit_minor, line_minor, tax_name, tax_rate_ppm, modifiers, note, state, state_since)
      select l.id, ${organizationId}, ${branchId}, ${orderId}, ${sessionId}, l.dish_id, l.station_id, l.position, l.name, l.picture,
        l.ware, l.backdrop, l.quantity, l.unit_minor, l.line_minor, l.tax_name, l.tax_rate_ppm, l.modifiers, l.note, ${state}, ${placedAt}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l (id uuid, dish_id uuid, station_id uuid, position smallint, name jsonb,
        picture text, ware text, backdrop text, quantity smallint, unit_minor bigint, line_minor bigint, tax_name text, tax_rate_ppm int,
        modifiers jsonb, note text)
    ), touched as (
      update table_sessions set last_order_at = ${placedAt}::timestamptz where id = ${sessionId}
    )
    insert into idempotency_records (organization_id, branch_id, actor_id, operation, key, fingerprint, status, body)
    select ${organizationId}, ${branchId}, ${call.actorId}, ${call.operation}, ${call.key}, ${call.fingerprint}, 201,
      ${JSON.stringify(toReply(order, rows))}::jsonb || jsonb_build_object('number', new_order.number)
    from new_order
    returning body`
  if (!stored) throw new Error('the order was not written')
  return stored.body
}

type LineRow = ReturnType<typeof toLineRow>

const toLineRow = (line: PricedLine, position: number) => ({
  id: uuidv7(),
  position,
  dish_id: line.dish.id,
  station_id: line.dish.stationId,
  name: line.dish.name,
  picture: line.dish.picture,
  ware: line.dish.ware,
  backdrop: line.dish.backdrop,
  quantity: line.quantity,
  unit_minor: line.unitMinor,
  line_minor: line.lineMinor,
  tax_name: line.dish.taxName,
  tax_rate_ppm: line.dish.taxRatePpm,
  note: line.note,
  modifiers: line.modifiers.map(({ option, quantity }) => ({
    optionId: option.id,
    name: option.name,
    kind: option.kind,
    quantity,
    unitMinor: option.priceMinor,
  })),
})

/** The reply without its number, which the statement itself adds. */
function toReply({ branch, seat, price, ...order }: NewOrder, rows: LineRow[]): Omit<Order, 'number'> {
  const text = (names: LineRow['name']) => localize(names, branch.defaultLocale, branch.defaultLocale)
  return {
    id: order.orderId,
    state: order.state,
    tableLabel: seat.tableLabel,
    sessionId: order.sessionId,
    guestId: order.guestId,
    guestName: seat.guestName,
    placedAt: order.placedAt,
    confirmedAt: order.state === 'confirmed' ? order.placedAt : null,
    note: order.note,
    allergyNote: order.allergyNote,
    refusalReason: null,
    currency: branch.currency,
    lines: rows.map((row) => ({
      id: row.id,
      dishId: row.dish_id,
      name: text(row.name),
      picture: row.picture,
      ware: row.ware,
      backdrop: row.backdrop,
      stationId: row.station_id,
      quantity: row.quantity,
      unitMinor: row.unit_minor,
      lineMinor: row.line_minor,
      modifiers: row.modifiers.map(({ name, ...modifier }) => ({ ...modifier, name: text(name) })),
      note: row.note,
      state: order.state,
      stateSince: order.placedAt,
    })),
    subtotalMinor: price.subtotalMinor,
    discountMinor: price.discountMinor,
    serviceChargeMinor: price.serviceChargeMinor,
    taxes: price.taxes,
    taxMinor: price.taxMinor,
    totalMinor: price.totalMinor,
  }
}
