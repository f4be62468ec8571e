import type { Menu, MenuDish } from '@repo/schemas/contract'

/** A dish with its category's colour, the branch's currency, and the language that its words are in. */
export type FoundDish = { dish: MenuDish; backdrop: string; currency: string; language: string }

export function findDish({ categories, branch, locale }: Menu, dishId: string): FoundDish | undefined {
  const category = categories.find(({ dishes }) => dishes.some(({ id }) => id === dishId))
  const dish = category?.dishes.find(({ id }) => id === dishId)
  return (
    category && dish && { dish, backdrop: category.backdrop, currency: branch.currency, language: locale }
  )
}
