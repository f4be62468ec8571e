import type { Menu } from '@repo/schemas/contract'
import { afterEach, expect, test, vi } from 'vitest'
import { cart } from '@/stores/cart-store.ts'
import { reviewNow } from './review-now.ts'

const dish = { dishId: 'soup', name: 'Soup', picture: null, ware: 'bowl', backdrop: 'lime', note: '' }
const tax = { taxName: 'IGV', taxRatePpm: 180_000 }
const menuAt = (priceMinor: number): Menu =>
  ({
    branch: { taxMode: 'included', serviceChargePpm: 0 },
    categories: [
      { dishes: [{ ...dish, ...tax, id: 'soup', priceMinor, soldOut: false, modifierGroups: [] }] },
    ],
  }) as unknown as Menu

afterEach(() => {
  vi.unstubAllGlobals()
  cart.setLines([])
})

test('the answer of an earlier look at the menu never overwrites that of a later one', async () => {
  const answers: ((menu: Menu) => void)[] = []
  vi.stubGlobal('fetch', () => {
    const { promise, resolve } = Promise.withResolvers<Response>()
    answers.push((menu) => resolve(Response.json(menu)))
    return promise
  })
  cart.setLines([{ ...dish, ...tax, unitMinor: 100, quantity: 1, modifiers: [] }])
  const looks = [
    reviewNow({ branchSlug: 'here', locale: 'en' }),
    reviewNow({ branchSlug: 'here', locale: 'en' }),
  ]
  answers[1]?.(menuAt(300))
  await looks[1]
  answers[0]?.(menuAt(200))
  await looks[0]
  expect(cart.store.getState().lines.map(({ unitMinor }) => unitMinor)).toEqual([300])
})
