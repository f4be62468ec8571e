import type { MenuDish, MenuModifierGroup } from '@repo/schemas/contract'
import { describe, expect, test } from 'vitest'
import { firstIncomplete, initialPicks, pick, toCartLine } from './choose-options.ts'

const option = (id: string, changes: Partial<MenuModifierGroup['options'][number]> = {}) => ({
  id,
  name: id,
  kind: 'choice' as const,
  priceMinor: 0,
  maxQuantity: 1,
  soldOut: false,
  allergens: {},
  ...changes,
})
const heat: MenuModifierGroup = {
  id: 'heat',
  name: 'How hot?',
  min: 1,
  max: 1,
  options: [option('none'), option('rocoto')],
}
const extras: MenuModifierGroup = {
  id: 'extras',
  name: 'Add to it',
  min: 0,
  max: 3,
  options: [
    option('corn', { kind: 'add', priceMinor: 300, maxQuantity: 2 }),
    option('squid', { kind: 'add', priceMinor: 900 }),
  ],
}
const ceviche = (...modifierGroups: MenuModifierGroup[]): MenuDish => ({
  id: 'ceviche',
  name: 'Ceviche',
  description: '',
  priceMinor: 4600,
  taxName: 'IGV',
  taxRatePpm: 180_000,
  picture: 'ceviche',
  ware: 'bowl',
  diets: [],
  allergens: {},
  popular: true,
  soldOut: false,
  modifierGroups,
})

describe('choosing options', () => {
  test('a required choice is reported as missing until it is made', () => {
    const dish = ceviche(extras, heat)
    expect(firstIncomplete(dish, {})).toBe('heat')
    expect(firstIncomplete(dish, pick(heat, {}, 'none', 1))).toBeUndefined()
  })

  test('where one is to be picked, a new choice replaces the old one and leaves other groups alone', () => {
    const picks = pick(heat, { corn: 2, none: 1 }, 'rocoto', 1)
    expect(picks).toEqual({ corn: 2, rocoto: 1 })
  })

  test('a question with one possible answer is answered automatically', () => {
    const onlyNone = { ...heat, options: [option('none'), option('rocoto', { soldOut: true })] }
    expect(initialPicks(ceviche(onlyNone, extras))).toEqual({ none: 1 })
  })

  test('the cart gets what was chosen, in menu order, and nothing that was taken back', () => {
    const picks = { squid: 1, corn: 2, rocoto: 1, none: 0 }
    const line = toCartLine({
      dish: ceviche(heat, extras),
      backdrop: 'lime',
      picks,
      quantity: 1,
      note: ' no salt ',
    })
    expect(line.modifiers.map(({ optionId, quantity }) => [optionId, quantity])).toEqual([
      ['rocoto', 1],
      ['corn', 2],
      ['squid', 1],
    ])
    expect(line.note).toBe('no salt')
  })
})
