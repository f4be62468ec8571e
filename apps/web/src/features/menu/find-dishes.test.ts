import type { Menu, MenuDish } from '@repo/schemas/contract'
import { describe, expect, test } from 'vitest'
import { dishFacts } from './dish-facts.ts'
import { findDishes } from './find-dishes.ts'

type Declared = MenuDish['allergens']

const dish = (id: string, facts: Partial<MenuDish> = {}): MenuDish => ({
  id,
  name: id,
  description: '',
  priceMinor: 1000,
  taxName: 'IGV',
  taxRatePpm: 180_000,
  picture: null,
  ware: 'plate',
  diets: [],
  allergens: {},
  popular: false,
  soldOut: false,
  modifierGroups: [],
  ...facts,
})

const mustPickOneOf = (...options: Declared[]): MenuDish['modifierGroups'] => [
  {
    id: 'group',
    name: 'Milk?',
    min: 1,
    max: 1,
    options: options.map((allergens, at) => ({
      id: String(at),
      name: String(at),
      kind: 'choice',
      priceMinor: 0,
      maxQuantity: 1,
      soldOut: false,
      allergens,
    })),
  },
]

function find(dishes: MenuDish[], criteria: Partial<Parameters<typeof findDishes>[1]>) {
  const menu = { categories: [{ id: 'all', name: 'All', backdrop: 'sky', dishes }] } as unknown as Menu
  const found = findDishes(dishFacts(menu), { query: '', diets: [], avoid: [], ...criteria })
  return { ids: [...found.shown], unknownCount: found.unknownCount }
}

describe('findDishes', () => {
  test('an allergen of which nothing is declared never counts as absent', () => {
    const dishes = [dish('free', { allergens: { milk: 'free' } }), dish('unknown')]
    expect(find(dishes, { avoid: ['milk'] })).toEqual({ ids: ['free'], unknownCount: 1 })
  })

  test('traces count as present, not as unknown', () => {
    const dishes = [dish('traces', { allergens: { nuts: 'may_contain' } })]
    expect(find(dishes, { avoid: ['nuts', 'milk'] })).toEqual({ ids: [], unknownCount: 0 })
  })

  test('a dish whose required choice cannot be made safely is left out', () => {
    const free: Declared = { milk: 'free' }
    const dishes = [
      dish('must', { allergens: free, modifierGroups: mustPickOneOf({ milk: 'contains' }, {}) }),
      dish('may', { allergens: free, modifierGroups: mustPickOneOf({ milk: 'contains' }, free) }),
    ]
    expect(find(dishes, { avoid: ['milk'] }).ids).toEqual(['may'])
  })

  test('a vegan dish is found as vegetarian, not the other way round', () => {
    const dishes = [dish('vegan', { diets: ['vegan'] }), dish('vegetarian', { diets: ['vegetarian'] })]
    expect(find(dishes, { diets: ['vegetarian'] }).ids).toEqual(['vegan', 'vegetarian'])
    expect(find(dishes, { diets: ['vegan'] }).ids).toEqual(['vegan'])
  })

  test('words match in any order, without accents or case', () => {
    const dishes = [dish('lemonade', { name: 'Limonada', description: 'con hierbabuena y limón' })]
    expect(find(dishes, { query: 'LIMON hierba' }).ids).toEqual(['lemonade'])
    expect(find(dishes, { query: 'limon leche' }).ids).toEqual([])
  })
})
