import { type OrderPrice, priceOrder } from '@repo/schemas/rules'
import type { CartLine } from '@/stores/parse-cart.ts'

/** On what terms a branch sells. */
export type PriceTerms = { taxMode: 'inclusive' | 'exclusive'; serviceChargePpm: number }

/** What the server will ask for these lines, by the same rules. */
export function priceCart(lines: readonly CartLine[], { taxMode, serviceChargePpm }: PriceTerms): OrderPrice {
  return priceOrder(lines, { taxMode, serviceChargePpm })
}

export const countDishes = (lines: readonly { quantity: number }[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0)
