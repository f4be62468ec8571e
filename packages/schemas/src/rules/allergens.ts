/** The fourteen allergens of Regulation (EU) No 1169/2011, annex II. */
export const allergens = [
  'celery',
  'crustaceans',
  'eggs',
  'fish',
  'gluten',
  'lupin',
  'milk',
  'molluscs',
  'mustard',
  'nuts',
  'peanuts',
  'sesame',
  'soybeans',
  'sulphites',
] as const
export type Allergen = (typeof allergens)[number]

export const allergenLevels = ['contains', 'may_contain', 'free'] as const
export type AllergenLevel = (typeof allergenLevels)[number]

/** What the restaurant declares; an allergen that is absent is unknown, which is never free of it. */
export type DeclaredAllergens = Partial<Record<Allergen, AllergenLevel>>

export const diets = ['vegetarian', 'vegan', 'halal', 'kosher'] as const
export type Diet = (typeof diets)[number]

const worstFirst: readonly (AllergenLevel | undefined)[] = ['contains', 'may_contain', undefined, 'free']

/** Whether every allergen to avoid is declared free. */
export function isSafeFor(avoid: readonly Allergen[], declared: DeclaredAllergens): boolean {
  return avoid.every((allergen) => declared[allergen] === 'free')
}

/** Allergens of a dish with its chosen options: the worst level wins, and unknown is worse than free. */
export function mergeAllergens(
  dish: DeclaredAllergens,
  options: readonly DeclaredAllergens[],
): DeclaredAllergens {
  const merged: DeclaredAllergens = {}
  for (const allergen of allergens) {
    const levels = [dish, ...options].map((declared) => declared[allergen])
    const worst = worstFirst.find((level) => levels.includes(level))
    if (worst) merged[allergen] = worst
  }
  return merged
}
