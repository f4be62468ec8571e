import type { PlaceOrderInput } from '@repo/schemas/contract'
import type { Cart } from '@/stores/parse-cart.ts'

/** What goes over the wire: ids, quantities, notes, and the total that the guest saw. Prices stay at home. */
export function toOrderInput(
  { lines, note, allergyNote }: Cart,
  expectedTotalMinor: number,
): PlaceOrderInput {
  return {
    lines: lines.map((line) => ({
      dishId: line.dishId,
      quantity: line.quantity,
      modifiers: line.modifiers.map(({ optionId, quantity }) => ({ optionId, quantity })),
      ...text('note', line.note),
    })),
    ...text('note', note),
    ...text('allergyNote', allergyNote),
    expectedTotalMinor,
  }
}

function text<Name extends 'note' | 'allergyNote'>(name: Name, value: string): { [Key in Name]?: string } {
  const trimmed = value.trim()
  return (trimmed === '' ? {} : { [name]: trimmed }) as { [Key in Name]?: string }
}
