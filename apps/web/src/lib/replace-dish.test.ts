import type { StaffDish, StaffMenu } from '@repo/schemas/contract'
import { expect, test } from 'vitest'
import { replaceDish } from './replace-dish.ts'

const dish = (id: string, version: number, priceMinor: number) => ({ id, version, priceMinor }) as StaffDish
const menuOf = (...dishes: StaffDish[]) => ({ categories: [{ dishes }] }) as unknown as StaffMenu
const pricesAfter = (menu: StaffMenu, ...answers: StaffDish[]) =>
  answers
    .reduce<StaffMenu | undefined>((before, answer) => replaceDish(answer)(before), menu)
    ?.categories.flatMap(({ dishes }) => dishes.map(({ priceMinor }) => priceMinor))

test('answers to two changes show the later one, in whichever order they come', () => {
  const menu = menuOf(dish('soup', 1, 100), dish('bread', 1, 50))
  const [first, second] = [dish('soup', 2, 200), dish('soup', 3, 300)]
  expect(pricesAfter(menu, first, second)).toEqual([300, 50])
  expect(pricesAfter(menu, second, first)).toEqual([300, 50])
})

test('what a tap shows before it is answered counts as no older', () => {
  expect(pricesAfter(menuOf(dish('soup', 1, 100)), dish('soup', 1, 200))).toEqual([200])
})
