import type { Allergen, Diet } from '@repo/schemas/rules'
import { canPickSafely, type DishFacts, isFreeOf } from './dish-facts.ts'

export type Criteria = { query: string; diets: readonly Diet[]; avoid: readonly Allergen[] }

export type Found = {
  shown: ReadonlySet<string>
  /** Dishes left out for no other reason than that nothing is declared about something to avoid. */
  unknownCount: number
}

export function isFinding({ query, diets, avoid }: Criteria): boolean {
  return query.trim() !== '' || diets.length > 0 || avoid.length > 0
}

/** The dishes that match all words, keep all diets, and are declared free of everything to avoid. */
export function findDishes(facts: readonly DishFacts[], { query, diets, avoid }: Criteria): Found {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const wanted = facts.filter(
    (dish) =>
      diets.every((diet) => keeps(dish, diet)) &&
      words.every((word) => fold(`${dish.name} ${dish.description}`).includes(word)),
  )
  const isSafe = (dish: DishFacts) =>
    isFreeOf(avoid, dish.unsafe) && dish.required.every((group) => canPickSafely(group, avoid))
  return {
    shown: new Set(wanted.filter(isSafe).map(({ id }) => id)),
    unknownCount: wanted.filter((dish) => !isSafe(dish) && isOnlyUnknown(dish, avoid)).length,
  }
}

/** Vegan dishes count as vegetarian too. */
function keeps({ diets }: DishFacts, diet: Diet): boolean {
  return diets.includes(diet) || (diet === 'vegetarian' && diets.includes('vegan'))
}

function isOnlyUnknown({ unsafe, unknown }: DishFacts, avoid: readonly Allergen[]): boolean {
  const reasons = avoid.filter((allergen) => unsafe.includes(allergen))
  return reasons.length > 0 && reasons.every((allergen) => unknown.includes(allergen))
}

/** Letters without case and accents, so that "limon" finds "limón". */
function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
