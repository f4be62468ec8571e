import { expect, type Locator, type Page } from '@playwright/test'
import type { MenuDish } from '@repo/schemas/contract'
import { say } from './messages.ts'
import type { Table } from './restaurant.ts'

/** A phone as guests hold it. */
export const phone = { viewport: { width: 390, height: 844 } }

/** Takes a seat at a free table, or asks to join, and goes on to the menu. */
export async function sitDown(page: Page, table: Table, name: string): Promise<void> {
  await page.goto(`${table.path}/orders`)
  await page.getByRole('button', { name: say('orders.empty.none.action') }).click()
  await tellName(page, name)
  await page.getByRole('link', { name: say('orders.empty.active.action') }).click()
  await expect(page).toHaveURL(table.path)
}

/** Answers the question for a name, whatever the table's state. */
export async function tellName(page: Page, name: string): Promise<void> {
  const question = page.getByRole('dialog')
  await question.getByLabel(say('tableSession.join.name')).fill(name)
  await question.locator('button[type=submit]').click()
}

export async function addDish(page: Page, { name }: MenuDish): Promise<void> {
  await page.getByRole('button', { name: say('cart.add.one', { dish: name }), exact: true }).click()
}

/** Opens what was chosen and not sent yet. */
export async function openCart(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: say('cart.bar.see') }).click()
  const cart = page.getByRole('dialog', { name: say('cart.title.ready') })
  await expect(cart).toBeVisible()
  return cart
}

export const sendButton = (page: Page): Locator => page.getByRole('button', { name: say('cart.footer.send') })

/** Orders these dishes from the menu and ends on the table's orders. */
export async function orderDishes(page: Page, dishes: readonly MenuDish[]): Promise<void> {
  for (const dish of dishes) await addDish(page, dish)
  await openCart(page)
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/orders$/)
}
