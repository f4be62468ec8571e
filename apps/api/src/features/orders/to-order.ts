import type { orderLines, orders } from '@repo/db/schema'
import type { Order } from '@repo/schemas/contract'
import { localize } from '@repo/schemas/rules'

type OrderRow = typeof orders.$inferSelect
type LineRow = typeof orderLines.$inferSelect

type Language = { locale: string; defaultLocale: string }

/** An order as the API returns it: snapshots in one language, no tenant keys. */
export function toOrder(
  order: OrderRow,
  guestName: string,
  lines: LineRow[],
  { locale, defaultLocale }: Language,
): Order {
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    tableLabel: order.tableLabel,
    sessionId: order.sessionId,
    guestId: order.guestId,
    guestName,
    placedAt: order.placedAt,
    confirmedAt: order.confirmedAt,
    note: order.note,
    allergyNote: order.allergyNote,
    refusalReason: order.refusalReason,
    currency: order.currency,
    lines: lines.map((line) => ({
      id: line.id,
      dishId: line.dishId,
      name: localize(line.name, locale, defaultLocale),
      picture: line.picture,
      ware: line.ware,
      backdrop: line.backdrop,
      stationId: line.stationId,
      quantity: line.quantity,
      unitMinor: line.unitMinor,
      lineMinor: line.lineMinor,
      modifiers: line.modifiers.map(({ optionId, name, kind, quantity, unitMinor }) => ({
        optionId,
        name: localize(name, locale, defaultLocale),
        kind,
        quantity,
        unitMinor,
      })),
      note: line.note,
      state: line.state,
      stateSince: line.stateSince,
    })),
    subtotalMinor: order.subtotalMinor,
    discountMinor: order.discountMinor,
    serviceChargeMinor: order.serviceChargeMinor,
    taxes: order.taxes,
    taxMinor: order.taxMinor,
    totalMinor: order.totalMinor,
  }
}
