import type { PlaceOrderInput } from '@repo/schemas/contract'
import type { TableRoute } from './customer-store.ts'
import { isRecord } from './is-record.ts'
import { tabStorage } from './tab-storage.ts'

/**
 * An order that was confirmed and has no definite answer yet. Key and body stay together, across reloads too: as long
 * as both are the same, sending it again can never order twice.
 */
export type PendingOrder = { key: string; body: PlaceOrderInput }

const nameOf = ({ branchSlug, tableCode }: TableRoute) => `restai.sending.${branchSlug}.${tableCode}`

export function keepPendingOrder(route: TableRoute, order: PendingOrder): void {
  tabStorage.setItem(nameOf(route), JSON.stringify(order))
}

export function forgetPendingOrder(route: TableRoute): void {
  tabStorage.removeItem(nameOf(route))
}

export function readPendingOrder(route: TableRoute): PendingOrder | null {
  return parsePendingOrder(tabStorage.getItem(nameOf(route)) as string | null)
}

/** Null for what is not a whole order: then nothing is sent that the guest did not see. */
export function parsePendingOrder(stored: string | null): PendingOrder | null {
  const order = parseJson(stored)
  if (!isRecord(order) || typeof order.key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(order.key))
    return null
  const { body } = order
  if (!isRecord(body) || !Array.isArray(body.lines) || body.lines.length === 0) return null
  if (!body.lines.every(isLine) || !Number.isSafeInteger(body.expectedTotalMinor)) return null
  return { key: order.key, body: body as PlaceOrderInput }
}

function isLine(line: unknown): boolean {
  return (
    isRecord(line) &&
    typeof line.dishId === 'string' &&
    Number.isInteger(line.quantity) &&
    Array.isArray(line.modifiers)
  )
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
