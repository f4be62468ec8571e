import { type Allergen, type AllergenLevel, allergens } from '@repo/schemas/rules'
import type { AllergenStatement } from './sample-menu-types.ts'

export type DeclaredAllergen = { allergen: Allergen; level: AllergenLevel }

/** One level per allergen that was checked; an unknown one gets none, so that it never counts as free. */
export function declareAllergens(statement: AllergenStatement): DeclaredAllergen[] {
  return allergens.flatMap((allergen) => {
    const level = levelOf(allergen, statement)
    return level ? [{ allergen, level }] : []
  })
}

function levelOf(
  allergen: Allergen,
  { contains, mayContain, unknown }: AllergenStatement,
): AllergenLevel | undefined {
  if (contains?.includes(allergen)) return 'contains'
  if (mayContain?.includes(allergen)) return 'may_contain'
  if (unknown === 'others' || unknown?.includes(allergen)) return undefined
  return 'free'
}
