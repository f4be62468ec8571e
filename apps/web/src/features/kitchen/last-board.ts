import type { KitchenBoard, Order } from '@repo/schemas/contract'
import { isRecord } from '@/stores/is-record.ts'

/** What a paired display saw last. It is there to be read when the display starts without a connection. */
export type LastBoard = Pick<KitchenBoard, 'serverTime' | 'stations' | 'targetMinutes' | 'tickets'>

const key = 'restai.kitchen.last'

export function keepBoard({ serverTime, stations, targetMinutes, tickets }: KitchenBoard): void {
  try {
    const kept: LastBoard = { serverTime, stations, targetMinutes, tickets }
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Without storage a display that starts without a connection shows nothing.
  }
}

export function forgetBoard(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Then nothing was kept either.
  }
}

/** Undefined when nothing was kept, or what was kept cannot be shown. */
export function readBoard(): LastBoard | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isLastBoard(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

const isLastBoard = (value: unknown): value is LastBoard =>
  isRecord(value) &&
  typeof value.serverTime === 'string' &&
  typeof value.targetMinutes === 'number' &&
  isListOf(value.stations, isRecord) &&
  isListOf(value.tickets, isTicket)

const isTicket = (value: unknown): value is Order =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  typeof value.number === 'number' &&
  typeof value.placedAt === 'string' &&
  isListOf(value.lines, (line) => isRecord(line) && isListOf(line.modifiers, isRecord))

const isListOf = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne)
