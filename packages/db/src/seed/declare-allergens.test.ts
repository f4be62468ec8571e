import { allergens } from '@repo/schemas/rules'
import { expect, it } from 'vitest'
import { declareAllergens } from './declare-allergens.ts'
import type { AllergenStatement } from './sample-menu-types.ts'

const levels = (statement: AllergenStatement) =>
  Object.fromEntries(declareAllergens(statement).map(({ allergen, level }) => [allergen, level]))

it('an allergen that was checked and is in no list is free', () => {
  expect(levels({ contains: ['milk'], mayContain: ['nuts'] })).toMatchObject({
    milk: 'contains',
    nuts: 'may_contain',
    eggs: 'free',
  })
  expect(declareAllergens({})).toHaveLength(allergens.length)
})

it('an unknown allergen gets no level, so it never counts as free', () => {
  expect(levels({ unknown: ['eggs'] })).not.toHaveProperty('eggs')
  expect(levels({ contains: ['fish'], unknown: 'others' })).toEqual({ fish: 'contains' })
})
