import type { Menu, MenuDish } from '@repo/schemas/contract'
import { type Allergen, allergens, type DeclaredAllergens, type Diet, isSafeFor } from '@repo/schemas/rules'

/** How many must be picked, and what each option that can be picked declares. */
type RequiredGroup = { min: number; options: { allergens: DeclaredAllergens; maxQuantity: number }[] }

/** What searching and filtering look at. */
export type DishFacts = {
  id: string
  name: string
  description: string
  diets: readonly Diet[]
  allergens: DeclaredAllergens
  required: RequiredGroup[]
}

export function dishFacts(menu: Menu): DishFacts[] {
  return menu.categories.flatMap(({ dishes }) => dishes.map(factsOf))
}

function factsOf({ id, name, description, diets, allergens, modifierGroups }: MenuDish): DishFacts {
  const required = modifierGroups
    .filter(({ min }) => min > 0)
    .map(({ min, options }) => ({
      min,
      options: options
        .filter(({ soldOut }) => !soldOut)
        .map((option) => ({ allergens: option.allergens, maxQuantity: option.maxQuantity })),
    }))
  return {
    id,
    name,
    description,
    diets,
    allergens,
    // A choice that can be made free of everything limits nothing, and most are: the page need not carry it.
    required: required.filter((group) => !canPickSafely(group, allAllergens)),
  }
}

const allAllergens: readonly Allergen[] = allergens

/** Whether a required choice can be made with options that are declared free of what is avoided. */
export function canPickSafely({ min, options }: RequiredGroup, avoid: readonly Allergen[]): boolean {
  const safe = options.filter((option) => isSafeFor(avoid, option.allergens))
  return safe.reduce((sum, { maxQuantity }) => sum + maxQuantity, 0) >= min
}
