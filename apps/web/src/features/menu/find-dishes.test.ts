import { describe, expect, test } from 'vitest'
import type { DishFacts } from './dish-facts.ts'
import { findDishes } from './find-dishes.ts'

const dish = (id: string, facts: Partial<DishFacts> = {}): DishFacts => ({
  id,
  name: id,
  description: '',
  diets: [],
  allergens: {},
  required: [],
  ...facts,
})
const nothing = { query: '', diets: [], avoid: [] }

describe('findDishes', () => {
  test('an allergen of which nothing is declared never counts as absent', () => {
    const facts = [dish('free', { allergens: { milk: 'free' } }), dish('unknown')]
    const found = findDishes(facts, { ...nothing, avoid: ['milk'] })
    expect([...found.shown]).toEqual(['free'])
    expect(found.unknownCount).toBe(1)
  })

  test('traces count as present', () => {
    const facts = [dish('traces', { allergens: { nuts: 'may_contain' } })]
    const found = findDishes(facts, { ...nothing, avoid: ['nuts'] })
    expect(found.shown.size).toBe(0)
    expect(found.unknownCount).toBe(0)
  })

  test('a dish whose required choice cannot be made safely is left out', () => {
    const milky = { allergens: { milk: 'contains' as const }, maxQuantity: 1 }
    const plain = { allergens: { milk: 'free' as const }, maxQuantity: 1 }
    const facts = [
      dish('must', { allergens: { milk: 'free' }, required: [{ min: 1, options: [milky] }] }),
      dish('may', { allergens: { milk: 'free' }, required: [{ min: 1, options: [milky, plain] }] }),
    ]
    expect([...findDishes(facts, { ...nothing, avoid: ['milk'] }).shown]).toEqual(['may'])
  })

  test('what is vegan is found as vegetarian, not the other way round', () => {
    const facts = [dish('vegan', { diets: ['vegan'] }), dish('vegetarian', { diets: ['vegetarian'] })]
    expect([...findDishes(facts, { ...nothing, diets: ['vegetarian'] }).shown]).toEqual([
      'vegan',
      'vegetarian',
    ])
    expect([...findDishes(facts, { ...nothing, diets: ['vegan'] }).shown]).toEqual(['vegan'])
  })

  test('words match in any order, without accents or case', () => {
    const facts = [dish('lemonade', { name: 'Limonada', description: 'con hierbabuena y limón' })]
    expect(findDishes(facts, { ...nothing, query: 'LIMON hierba' }).shown.size).toBe(1)
    expect(findDishes(facts, { ...nothing, query: 'limon leche' }).shown.size).toBe(0)
  })
})
