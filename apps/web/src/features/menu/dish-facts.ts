import type { Menu, MenuDish, MenuOption } from '@repo/schemas/contract'
import { type Allergen, allergens, type DeclaredAllergens, type Diet, isSafeFor } from '@repo/schemas/rules'

/** What searching and filtering look at. It travels with the page, so it names only what is not safe. */
export type DishFacts = {
  id: string
  name: string
  description: string
  diets: readonly Diet[]
  /** Everything that the dish is not declared free of: what it contains, what it may, and what is unknown. */
  unsafe: Allergen[]
  /** Of these, the ones of which nothing is declared. */
  unknown: Allergen[]
  required: RequiredGroup[]
}

/** How many must be picked, of options that can be had. */
export type RequiredGroup = { min: number; options: { unsafe: Allergen[]; maxQuantity: number }[] }

export function dishFacts(menu: Menu): DishFacts[] {
  return menu.categories.flatMap(({ dishes }) => dishes.map(factsOf))
}

function factsOf({ id, name, description, diets, allergens: declared, modifierGroups }: MenuDish): DishFacts {
  const required = modifierGroups
    .filter(({ min }) => min > 0)
    .map(({ min, options }) => ({ min, options: options.filter(({ soldOut }) => !soldOut).map(toOption) }))
  return {
    id,
    name,
    description,
    diets,
    unsafe: unsafeOf(declared),
    unknown: allergens.filter((allergen) => declared[allergen] === undefined),
    // A choice that can be made free of everything limits nothing, and most can.
    required: required.filter((group) => !canPickSafely(group, allergens)),
  }
}

const toOption = ({ allergens: declared, maxQuantity }: MenuOption) => ({
  unsafe: unsafeOf(declared),
  maxQuantity,
})

const unsafeOf = (declared: DeclaredAllergens): Allergen[] =>
  allergens.filter((allergen) => !isSafeFor([allergen], declared))

/** Whether nothing of what is avoided is among what is not declared free. */
export const isFreeOf = (avoid: readonly Allergen[], unsafe: readonly Allergen[]): boolean =>
  avoid.every((allergen) => !unsafe.includes(allergen))

/** Whether a required choice can be made with options that are free of what is avoided. */
export function canPickSafely({ min, options }: RequiredGroup, avoid: readonly Allergen[]): boolean {
  const safe = options.filter(({ unsafe }) => isFreeOf(avoid, unsafe))
  return safe.reduce((sum, { maxQuantity }) => sum + maxQuantity, 0) >= min
}
