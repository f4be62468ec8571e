import { readdirSync } from 'node:fs'
import { LocalizedText, Picture } from '@repo/schemas/contract'
import { type Allergen, allergens } from '@repo/schemas/rules'
import { expect, it } from 'vitest'
import { modifierGroups } from './menu/modifier-groups.ts'
import { sampleMenu } from './sample-menu.ts'
import type { SampleModifierGroup } from './sample-menu-types.ts'

const dishes = sampleMenu.flatMap((category) => category.dishes)
const groups: SampleModifierGroup[] = Object.values(modifierGroups)
const animal: Allergen[] = ['fish', 'crustaceans', 'molluscs']

it('the sample menu has at least 36 dishes in six categories', () => {
  expect(sampleMenu.length).toBeGreaterThanOrEqual(6)
  expect(dishes.length).toBeGreaterThanOrEqual(36)
})

it('every text is there in both languages and fits the contract', () => {
  const texts = [
    ...sampleMenu.map(({ name }) => name),
    ...dishes.flatMap(({ name, description }) => [name, description]),
    ...groups.flatMap(({ name, options }) => [name, ...options.map((option) => option.name)]),
  ]
  for (const text of texts) expect(LocalizedText.required().parse(text)).toEqual(text)
})

it('each of the 14 allergens is contained in a dish, and some are left unknown', () => {
  for (const allergen of allergens) {
    expect(
      dishes.some((dish) => dish.allergens.contains?.includes(allergen)),
      allergen,
    ).toBe(true)
  }
  expect(dishes.some((dish) => dish.allergens.unknown === 'others')).toBe(true)
})

it('a dish says one thing only about an allergen', () => {
  for (const { allergens: statement, name } of dishes) {
    const unknown = statement.unknown === 'others' ? [] : (statement.unknown ?? [])
    const named = [...(statement.contains ?? []), ...(statement.mayContain ?? []), ...unknown]
    expect(new Set(named).size, name.en).toBe(named.length)
  }
})

it('a vegetarian dish contains no sea animal, a vegan one no milk or eggs either and is vegetarian too', () => {
  for (const { diets = [], allergens: statement, name } of dishes) {
    const isVegan = diets.includes('vegan')
    if (isVegan) expect(diets, name.en).toContain('vegetarian')
    const never: Allergen[] = isVegan ? [...animal, 'milk', 'eggs'] : diets.length > 0 ? animal : []
    for (const allergen of never) expect(statement.contains ?? [], name.en).not.toContain(allergen)
  }
})

it('every modifier group can be satisfied', () => {
  for (const { name, min, options } of groups) {
    const most = options.reduce((sum, { maxQuantity = 1 }) => sum + maxQuantity, 0)
    expect(most, name.en).toBeGreaterThanOrEqual(min)
  }
})

it('no choice of modifiers makes a dish cost less than nothing', () => {
  for (const { pricesMinor, modifierGroups: keys = [], name } of dishes) {
    for (const currency of ['PEN', 'USD'] as const) {
      const discount = keys
        .flatMap((key): SampleModifierGroup['options'] => modifierGroups[key].options)
        .reduce((sum, option) => sum + Math.min(0, option.pricesMinor?.[currency] ?? 0), 0)
      expect(pricesMinor[currency] + discount, name.en).toBeGreaterThan(0)
    }
  }
})

it('every picture ships with the web app', () => {
  const shipped = new Set(
    readdirSync(new URL('../../../../apps/web/public/dishes', import.meta.url)).map((file) =>
      file.replace(/(-\d+)?\.\w+$/, ''),
    ),
  )
  for (const { picture } of dishes) {
    if (!picture) continue
    expect(Picture.parse(picture)).toBe(picture)
    expect(shipped).toContain(picture)
  }
})
