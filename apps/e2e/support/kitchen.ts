import { expect, type Locator, type Page } from '@playwright/test'
import type { Order } from '@repo/schemas/contract'
import { formatOrderNumber } from '@repo/schemas/rules'
import { say } from './messages.ts'
import type { Login, Restaurant } from './restaurant.ts'
import { signIn } from './sign-in.ts'

/** The display of a cook who just signed in, ready to take tickets. */
export async function openKitchen(page: Page, cook: Login): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page, cook, '/kitchen')
  await expect(page.getByText(say('kitchen.emptyTitle')).or(tickets(page).first())).toBeVisible()
}

export const tickets = (page: Page): Locator =>
  page.getByRole('main', { name: say('kitchen.tickets') }).getByRole('article')

export const ticketOf = (page: Page, { tableLabel, number }: Order): Locator =>
  page.getByRole('article', {
    name: say('kitchen.ticketOf', { table: tableLabel, number: formatOrderNumber(number) }),
  })

/** A line's row, which is its button. */
export const lineOf = (ticket: Locator, dishName: string): Locator =>
  ticket.getByRole('button', { name: dishName })

export const stateOf = async (restaurant: Restaurant, order: Order) =>
  (await restaurant.orders()).find(({ id }) => id === order.id)?.lines.map(({ state }) => state)
