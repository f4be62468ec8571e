import type { Menu, MenuDish } from '@repo/schemas/contract'
import { describe, expect, test } from 'vitest'
import type { CartLine } from '@/stores/parse-cart.ts'
import { toDishInCart, toPlainLine } from './plain-line.ts'
import { reviewCart } from './review-cart.ts'

const dish = (id: string, changes: Partial<MenuDish> = {}): MenuDish => ({
  id,
  name: id,
  description: '',
  priceMinor: 3000,
  taxName: 'IGV',
  taxRatePpm: 180_000,
  picture: null,
  ware: 'bowl',
  diets: [],
  allergens: {},
  popular: false,
  soldOut: false,
  modifierGroups: [],
  ...changes,
})
const size = (changes: { soldOut?: boolean; priceMinor?: number } = {}): MenuDish['modifierGroups'] => [
  {
    id: 'size',
    name: 'Size',
    min: 1,
    max: 1,
    options: [
      {
        id: 'large',
        name: 'Large',
        kind: 'choice',
        priceMinor: 800,
        maxQuantity: 1,
        soldOut: false,
        allergens: {},
        ...changes,
      },
    ],
  },
]
const menuOf = (...dishes: MenuDish[]) =>
  ({ categories: [{ id: 'bowls', name: 'Bowls', backdrop: 'sky', dishes }] }) as unknown as Menu
const lineOf = (from: MenuDish, changes: Partial<CartLine> = {}): CartLine => ({
  ...toPlainLine(toDishInCart(from, 'sky')),
  ...changes,
})
const large = { optionId: 'large', name: 'Large', kind: 'choice' as const, unitMinor: 800, quantity: 1 }

describe('reviewCart', () => {
  test('an unchanged menu changes nothing', () => {
    const noodles = dish('noodles', { modifierGroups: size() })
    const lines = [lineOf(noodles, { modifiers: [large], note: 'hot' })]
    expect(reviewCart(lines, menuOf(noodles))).toEqual({ lines, changes: [] })
  })

  test('a new price is adopted and announced, for dish and options alike', () => {
    const before = lineOf(dish('noodles'), { modifiers: [large], quantity: 2 })
    const now = dish('noodles', { priceMinor: 3200, modifierGroups: size({ priceMinor: 900 }) })
    const review = reviewCart([before], menuOf(now))
    expect(review.changes).toMatchObject([{ kind: 'price', beforeMinor: 7600, nowMinor: 8200 }])
    expect(review.lines[0]).toMatchObject({ unitMinor: 3200, modifiers: [{ unitMinor: 900 }] })
  })

  test('what is sold out leaves the cart, and the nearest price of its kind is offered', () => {
    const chowder = dish('chowder', { soldOut: true })
    const menu = menuOf(chowder, dish('far', { priceMinor: 9000 }), dish('near', { priceMinor: 3100 }))
    const review = reviewCart([lineOf(chowder)], menu)
    expect(review.lines).toEqual([])
    expect(review.changes).toMatchObject([{ kind: 'gone', nearest: { dish: { id: 'near' } } }])
  })

  test('the dish offered instead keeps the diets of the one that went', () => {
    const pot = dish('pot', { soldOut: true, diets: ['vegan'] })
    const menu = menuOf(
      pot,
      dish('beef', { priceMinor: 3000 }),
      dish('lentils', { priceMinor: 4000, diets: ['vegan'] }),
    )
    expect(reviewCart([lineOf(pot)], menu).changes).toMatchObject([{ nearest: { dish: { id: 'lentils' } } }])
  })

  test('nothing sold out is ever offered', () => {
    const menu = menuOf(dish('a', { soldOut: true }), dish('b', { soldOut: true }))
    expect(reviewCart([lineOf(dish('a'))], menu).changes).toMatchObject([{ kind: 'gone', nearest: null }])
  })

  test('a dish that is no longer available as chosen is asked about again', () => {
    const line = lineOf(dish('noodles'), { modifiers: [large] })
    const soldOutOption = menuOf(dish('noodles', { modifierGroups: size({ soldOut: true }) }))
    expect(reviewCart([line], soldOutOption)).toMatchObject({ lines: [], changes: [{ kind: 'choice' }] })
    const newQuestion = menuOf(dish('noodles', { modifierGroups: size() }))
    expect(reviewCart([lineOf(dish('noodles'))], newQuestion).changes).toMatchObject([{ kind: 'choice' }])
  })
})
