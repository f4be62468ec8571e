import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allergenLevels, allergens, isSafeFor, mergeAllergens } from './allergens.ts'

const declared = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...allergens), fc.constantFrom(...allergenLevels)), {
    selector: ([allergen]) => allergen,
  })
  .map((entries) => Object.fromEntries(entries))
const avoid = fc.uniqueArray(fc.constantFrom(...allergens))

test('there are the fourteen of the EU', () => {
  expect(new Set(allergens).size).toBe(14)
})

test('an unknown allergen never counts as free of it', () => {
  expect(isSafeFor(['milk'], {})).toBe(false)
  fc.assert(
    fc.property(declared, avoid, (levels, toAvoid) => {
      const hasUnknown = toAvoid.some((allergen) => !(allergen in levels))
      if (hasUnknown) expect(isSafeFor(toAvoid, levels)).toBe(false)
    }),
  )
})

test('a dish is safe only when each allergen to avoid is declared free', () => {
  expect(isSafeFor(['milk', 'nuts'], { milk: 'free', nuts: 'free', fish: 'contains' })).toBe(true)
  expect(isSafeFor(['milk'], { milk: 'may_contain' })).toBe(false)
  expect(isSafeFor(['milk'], { milk: 'contains' })).toBe(false)
  expect(isSafeFor([], {})).toBe(true)
})

test('the worst level wins, and unknown beats free', () => {
  const dish = { milk: 'free', fish: 'may_contain', nuts: 'free', eggs: 'free', gluten: 'contains' } as const
  const option = { milk: 'contains', fish: 'free', nuts: 'may_contain', eggs: 'free' } as const
  expect(mergeAllergens(dish, [option])).toEqual({
    milk: 'contains',
    fish: 'may_contain',
    nuts: 'may_contain',
    eggs: 'free',
    gluten: 'contains',
  })
  expect(mergeAllergens({ milk: 'free' }, [{}])).toEqual({})
  expect(mergeAllergens({ milk: 'free' }, [])).toEqual({ milk: 'free' })
})

test('a dish with options is safe exactly when the dish and each option are', () => {
  fc.assert(
    fc.property(declared, fc.array(declared, { maxLength: 3 }), avoid, (dish, options, toAvoid) => {
      const eachIsSafe = [dish, ...options].every((levels) => isSafeFor(toAvoid, levels))
      expect(isSafeFor(toAvoid, mergeAllergens(dish, options))).toBe(eachIsSafe)
    }),
  )
})
