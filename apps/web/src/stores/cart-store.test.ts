import { describe, expect, test } from 'vitest'
import { createCartStore, lineKey } from './cart-store.ts'
import { type CartLine, maxCartLines, maxLineQuantity } from './parse-cart.ts'
import { memoryStorage } from './testing/memory-storage.ts'

const here = { branchSlug: 'casa-perejil', tableCode: 'J4NJWLLMBMTF' }
const elsewhere = { ...here, tableCode: 'PPJDC4DNNDEB' }

const line = (changes: Partial<CartLine> = {}): CartLine => ({
  dishId: 'dish-1',
  name: 'Ceviche',
  picture: 'ceviche',
  ware: 'bowl',
  backdrop: 'lime',
  unitMinor: 4600,
  taxName: 'IGV',
  taxRatePpm: 180_000,
  quantity: 1,
  modifiers: [],
  note: '',
  ...changes,
})
const corn = { optionId: 'corn', name: 'Corn', kind: 'add' as const, unitMinor: 300, quantity: 1 }

function openCart(storage = memoryStorage()) {
  const cart = createCartStore(storage)
  cart.open(here)
  return { cart, storage }
}

describe('the cart', () => {
  test('survives a reload', () => {
    const { cart, storage } = openCart()
    cart.add(line({ modifiers: [corn], note: 'not too cold' }))
    cart.setNotes({ allergyNote: 'Theo, peanuts' })
    const before = cart.store.getState()
    expect(openCart(storage).cart.store.getState()).toEqual(before)
  })

  test('belongs to one table', () => {
    const { cart } = openCart()
    cart.add(line())
    cart.open(elsewhere)
    expect(cart.store.getState().lines).toEqual([])
    cart.open(here)
    expect(cart.store.getState().lines).toHaveLength(1)
  })

  test('the same choice adds up, another choice or note makes another line', () => {
    const { cart } = openCart()
    cart.add(line())
    cart.add(line({ quantity: 2 }))
    cart.add(line({ modifiers: [corn] }))
    cart.add(line({ note: 'no salt' }))
    expect(cart.store.getState().lines.map(({ quantity }) => quantity)).toEqual([3, 1, 1])
  })

  test('the order in which options were picked makes no difference', () => {
    const squid = { ...corn, optionId: 'squid' }
    expect(lineKey(line({ modifiers: [corn, squid] }))).toBe(lineKey(line({ modifiers: [squid, corn] })))
  })

  test('holds no more than the kitchen accepts', () => {
    const { cart } = openCart()
    expect(cart.add(line({ quantity: maxLineQuantity }))).toBe(true)
    expect(cart.add(line())).toBe(false)
    for (let at = 1; at < maxCartLines; at += 1) cart.add(line({ dishId: `dish-${at + 1}` }))
    expect(cart.add(line({ dishId: 'one too many' }))).toBe(false)
    expect(cart.store.getState().lines).toHaveLength(maxCartLines)
  })

  test('a quantity of zero removes the line', () => {
    const { cart } = openCart()
    cart.add(line())
    cart.setQuantity(lineKey(line()), 0)
    expect(cart.store.getState().lines).toEqual([])
  })

  test('an allergy outlives the round, a note does not', () => {
    const { cart } = openCart()
    cart.add(line())
    cart.setNotes({ note: 'quick, please', allergyNote: 'Theo, peanuts' })
    cart.clearRound()
    expect(cart.store.getState()).toEqual({ lines: [], note: '', allergyNote: 'Theo, peanuts' })
  })

  test.each([
    ['a quantity of 0', { quantity: 0 }],
    ['a quantity of 1.5', { quantity: 1.5 }],
    ['a quantity of 1e9', { quantity: 1e9 }],
    ['a price that is not a whole number', { unitMinor: 10.5 }],
    ['a price below zero', { unitMinor: -1 }],
    ['an option without an id', { modifiers: [{ ...corn, optionId: 7 }] }],
    ['a note of a megabyte', { note: 'x'.repeat(1_000_000) }],
  ])('a stored line with %s is left out, the rest stays', (_, damage) => {
    const stored = {
      state: { lines: [{ ...line(), ...damage }, line({ dishId: 'dish-2' })], note: '', allergyNote: '' },
    }
    const storage = memoryStorage(
      new Map([[`restai.cart.${here.branchSlug}.${here.tableCode}`, JSON.stringify(stored)]]),
    )
    expect(
      openCart(storage)
        .cart.store.getState()
        .lines.map(({ dishId }) => dishId),
    ).toEqual(['dish-2'])
  })
})
