import type { Menu, MenuDish } from '@repo/schemas/contract'

const dishesOf = (menu: Menu): MenuDish[] => menu.categories.flatMap(({ dishes }) => dishes)

/** Dishes that one tap adds. */
export const plainDishes = (menu: Menu): [MenuDish, MenuDish, MenuDish] => {
  const [first, second, third] = dishesOf(menu).filter(
    (dish) => dish.modifierGroups.length === 0 && !dish.soldOut && !dish.popular,
  )
  if (!first || !second || !third) throw new Error('the sample menu has three plain dishes')
  return [first, second, third]
}

/** A dish that cannot be ordered before something is chosen. */
export function dishWithRequiredChoice(menu: Menu): MenuDish {
  const dish = dishesOf(menu).find(({ modifierGroups, soldOut }) => !soldOut && modifierGroups[0]?.min === 1)
  if (!dish) throw new Error('the sample menu has a dish with a required choice')
  return dish
}
