import type { Locator, Page } from '@playwright/test'
import type { Menu, MenuDish } from '@repo/schemas/contract'

export const dishesOf = (menu: Menu): MenuDish[] => menu.categories.flatMap(({ dishes }) => dishes)

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

/** Dishes in their categories; what is ordered most stands above them a second time. */
export const dishRows = (page: Page, menu: Menu): Locator =>
  page
    .getByRole('list', { name: new RegExp(`^(${menu.categories.map(({ name }) => name).join('|')})$`) })
    .getByRole('article')

/** A dish's place in its category. */
export const dishRow = (page: Page, menu: Menu, { name }: MenuDish): Locator =>
  dishRows(page, menu).filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })
