import type { MenuDish } from '@repo/schemas/contract'
import type { CartLine } from '@/stores/parse-cart.ts'

export type DishInCart = Omit<CartLine, 'quantity' | 'modifiers' | 'note'>

/** Whether something must be chosen before the dish can be ordered. */
export const needsChoice = ({ modifierGroups }: MenuDish): boolean =>
  modifierGroups.some(({ min }) => min > 0)

/** What the cart keeps of a dish. */
export function toDishInCart(dish: MenuDish, backdrop: string): DishInCart {
  const { id: dishId, name, picture, ware, priceMinor: unitMinor, taxName, taxRatePpm } = dish
  return { dishId, name, picture, ware, backdrop, unitMinor, taxName, taxRatePpm }
}

/** One of a dish, as it comes. */
export const toPlainLine = (dish: DishInCart): CartLine => ({ ...dish, quantity: 1, modifiers: [], note: '' })
