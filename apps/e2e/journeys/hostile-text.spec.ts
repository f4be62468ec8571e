import type { Page } from '@playwright/test'
import { hostileTexts } from '../../api/src/testing/bad-input/hostile-texts.ts'
import { phone } from '../support/diner.ts'
import { dishesOf } from '../support/dishes.ts'
import { seatGuest } from '../support/guest.ts'
import { openKitchen } from '../support/kitchen.ts'
import type { Restaurant } from '../support/restaurant.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

const minNames = 20
const guestName = '<img src=x onerror=alert(2)>'
const note = '</script><script>alert(1)</script> {{7*7}}'

/** Gives the dishes names that other programs would execute; answers those that the API takes. */
async function nameDishes({ staff, branchId }: Restaurant): Promise<string[]> {
  const routes = staff.menu.branches[':branchId'].menu
  const menu = await (await routes.$get({ param: { branchId } })).json()
  const dishes = menu.categories.flatMap((category) => category.dishes)
  const taken: string[] = []
  for (const text of hostileTexts) {
    const dish = dishes[taken.length]
    if (!dish) break
    const param = { branchId, dishId: dish.id }
    const json = { version: dish.version, name: { en: text, es: text } }
    const reply = await routes.dishes[':dishId'].$patch({ param, json })
    if (reply.ok) taken.push(text.normalize('NFC').trim())
  }
  return taken
}

/** Counts inputs that became markup or script instead of text. */
async function expectOnlyText(page: Page, texts: readonly string[]): Promise<void> {
  await expect
    .poll(async () => {
      const shown = (await page.locator('body').textContent()) ?? ''
      return texts.filter((text) => !shown.includes(text))
    })
    .toEqual([])
  const injected = page.locator(
    '[onerror], [onload], img[src="x"], [href^="javascript:"], [src^="javascript:"]',
  )
  await expect(injected).toHaveCount(0)
}

/** Right-to-left text does not reorder the text around it. */
async function expectIsolated(page: Page, text: string): Promise<void> {
  const shown = await page.getByText(text, { exact: true }).all()
  expect(shown.length).toBeGreaterThan(0)
  for (const one of shown)
    expect(await one.evaluate((element) => element.closest('bdi, [dir="auto"]') !== null)).toBe(true)
}

test('names and notes that contain code are text on every screen', async ({
  page,
  openScreen,
  restaurant,
}) => {
  const dialogs: string[] = []
  const watch = (opened: Page) =>
    opened.on('dialog', async (dialog) => {
      dialogs.push(dialog.message())
      await dialog.dismiss()
    })
  const names = await nameDishes(restaurant)
  expect(names.length).toBeGreaterThanOrEqual(minNames)
  const menu = await restaurant.readMenu()
  const guest = await seatGuest({ ...restaurant, menu }, restaurant.table, guestName)
  const wishes = dishesOf(menu)
    .filter(({ name, soldOut }) => names.includes(name) && !soldOut)
    .map((dish) => ({ dish, note }))
  await guest.order(wishes, { note, allergyNote: note })
  const ordered = wishes.map(({ dish }) => dish.name)

  const diner = await openScreen(phone)
  watch(diner)
  await diner.goto(restaurant.table.path)
  await expectOnlyText(diner, names)

  watch(page)
  await signIn(page, restaurant.owner, '/menu')
  await expectOnlyText(page, names)
  await page.goto('/orders')
  await expectOnlyText(page, [guestName])
  await expectIsolated(page, guestName)

  const kitchen = await openScreen()
  watch(kitchen)
  await openKitchen(kitchen, await restaurant.hire('kitchen'))
  await expectOnlyText(kitchen, [...ordered, note, guestName])
  await expectIsolated(kitchen, guestName)
  await expectIsolated(kitchen, note)
  expect(dialogs).toEqual([])
})
