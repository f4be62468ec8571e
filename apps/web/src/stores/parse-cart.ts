import { isRecord } from './is-record.ts'

export type CartModifier = {
  optionId: string
  name: string
  kind: 'choice' | 'add' | 'remove'
  unitMinor: number
  quantity: number
}

/** A dish as it was chosen, with what is needed to show and price it while the menu is not at hand. */
export type CartLine = {
  dishId: string
  name: string
  picture: string | null
  ware: string
  backdrop: string
  /** Of the dish alone. */
  unitMinor: number
  taxName: string
  taxRatePpm: number
  quantity: number
  modifiers: CartModifier[]
  note: string
}

export type Cart = { lines: CartLine[]; note: string; allergyNote: string }

export const emptyCart: Cart = { lines: [], note: '', allergyNote: '' }

export const maxCartLines = 50
export const maxLineQuantity = 20
export const maxNoteChars = 280

/** A stored cart. A line that is damaged is left out, because half a dish must never be ordered. */
export function parseCart(stored: unknown): Cart {
  if (!isRecord(stored)) return emptyCart
  const lines = Array.isArray(stored.lines) ? stored.lines : []
  return {
    lines: lines.filter(isCartLine).slice(0, maxCartLines),
    note: isNote(stored.note) ? stored.note : '',
    allergyNote: isNote(stored.allergyNote) ? stored.allergyNote : '',
  }
}

function isCartLine(value: unknown): value is CartLine {
  if (!isRecord(value)) return false
  const { dishId, name, picture, ware, backdrop, taxName, modifiers } = value
  return (
    [dishId, name, ware, backdrop, taxName].every(isText) &&
    (picture === null || isText(picture)) &&
    isNatural(value.unitMinor) &&
    isNatural(value.taxRatePpm) &&
    isQuantity(value.quantity) &&
    isNote(value.note) &&
    Array.isArray(modifiers) &&
    modifiers.every(isCartModifier)
  )
}

function isCartModifier(value: unknown): value is CartModifier {
  return (
    isRecord(value) &&
    isText(value.optionId) &&
    isText(value.name) &&
    (value.kind === 'choice' || value.kind === 'add' || value.kind === 'remove') &&
    Number.isSafeInteger(value.unitMinor) &&
    isQuantity(value.quantity)
  )
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 400
const isNote = (value: unknown): value is string => typeof value === 'string' && value.length <= maxNoteChars
const isNatural = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0
const isQuantity = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= maxLineQuantity
