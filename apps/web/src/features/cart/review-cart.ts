import type { Menu, MenuDish } from '@repo/schemas/contract'
import { checkSelection, priceLine } from '@repo/schemas/rules'
import type { CartLine, CartModifier } from '@/stores/parse-cart.ts'

/** A dish to offer instead, with what is needed to add it. */
export type Offer = { dish: MenuDish; backdrop: string }

export type CartChange =
  | { kind: 'price'; line: CartLine; beforeMinor: number; nowMinor: number }
  /** The dish is not to be had; the line is taken off. */
  | { kind: 'gone'; line: CartLine; nearest: Offer | null }
  /** The dish is there, but not as it was chosen; the line is taken off. */
  | { kind: 'choice'; line: CartLine }

export type CartReview = { lines: CartLine[]; changes: CartChange[] }

/** Holds the cart against the menu of this moment: names and prices are renewed, what cannot be had is taken off. */
export function reviewCart(lines: readonly CartLine[], menu: Menu): CartReview {
  const reviewed = lines.map((line) => reviewLine(line, menu))
  return {
    lines: reviewed.flatMap(({ kept }) => kept ?? []),
    changes: reviewed.flatMap(({ change }) => change ?? []),
  }
}

type Reviewed = { kept?: CartLine; change?: CartChange }

function reviewLine(line: CartLine, menu: Menu): Reviewed {
  const category = menu.categories.find(({ dishes }) => dishes.some(({ id }) => id === line.dishId))
  const dish = category?.dishes.find(({ id }) => id === line.dishId)
  if (!category || !dish || dish.soldOut)
    return { change: { kind: 'gone', line, nearest: nearestDish(line, menu) } }
  const modifiers = renewModifiers(line, dish)
  if (!modifiers) return { change: { kind: 'choice', line } }
  const kept: CartLine = {
    ...line,
    name: dish.name,
    picture: dish.picture,
    ware: dish.ware,
    backdrop: category.backdrop,
    unitMinor: dish.priceMinor,
    taxName: dish.taxName,
    taxRatePpm: dish.taxRatePpm,
    modifiers,
  }
  const [beforeMinor, nowMinor] = [priceLine(line).lineMinor, priceLine(kept).lineMinor]
  if (beforeMinor === nowMinor) return { kept }
  return { kept, change: { kind: 'price', line: kept, beforeMinor, nowMinor } }
}

/** The chosen options as the menu has them now; null when they cannot be had together any more. */
function renewModifiers({ modifiers }: CartLine, { modifierGroups }: MenuDish): CartModifier[] | null {
  const groups = modifierGroups.map(({ options, ...group }) => ({
    ...group,
    options: options.map(({ id, maxQuantity, soldOut }) => ({ id, maxQuantity, available: !soldOut })),
  }))
  if (!checkSelection(groups, modifiers).ok) return null
  const options = new Map(
    modifierGroups.flatMap((group) => group.options.map((option) => [option.id, option])),
  )
  return modifiers.flatMap((modifier) => {
    const option = options.get(modifier.optionId)
    return option ? { ...modifier, name: option.name, kind: option.kind, unitMinor: option.priceMinor } : []
  })
}

/** Of the same category, keeping the same diets where one does, the nearest in price. */
function nearestDish(line: CartLine, menu: Menu): Offer | null {
  const category = menu.categories.find(({ dishes }) => dishes.some(({ id }) => id === line.dishId))
  if (!category) return null
  const gone = category.dishes.find(({ id }) => id === line.dishId)
  const others = category.dishes.filter(({ id, soldOut }) => id !== line.dishId && !soldOut)
  const alike = others.filter(({ diets }) => gone?.diets.every((diet) => diets.includes(diet)))
  const distance = ({ priceMinor }: MenuDish) => Math.abs(priceMinor - line.unitMinor)
  const [dish] = (alike.length > 0 ? alike : others).toSorted((a, b) => distance(a) - distance(b))
  return dish ? { dish, backdrop: category.backdrop } : null
}
