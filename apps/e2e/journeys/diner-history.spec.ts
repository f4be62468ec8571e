import type { Page } from '@playwright/test'
import { type Stack, startStack } from '@repo/stack'
import { orderDishes, phone, sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { startMailServer } from '../support/mail-server.ts'
import { say } from '../support/messages.ts'
import { openRestaurant, type Restaurant, type Table } from '../support/restaurant.ts'
import { expect, test as withScreens } from '../support/test.ts'

withScreens.use(phone)

type Mails = Awaited<ReturnType<typeof startMailServer>>
/** A stack that sends e-mail, and what it sends. */
type Fixtures = { stack: Stack; mails: Mails; restaurant: Restaurant }
const test = withScreens.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  mails: async ({}, use) => {
    const mails = await startMailServer()
    await use(mails)
    await mails.stop()
  },
  stack: async ({ mails }, use) => {
    const apiEnv = { SMTP_URL: mails.url, MAIL_FROM: 'RestAI <noreply@example.com>' }
    const stack = await startStack({ web: true, seed: false, apiEnv })
    await use(stack)
    await stack.stop()
  },
  restaurant: async ({ address, stack }, use) => {
    await use(await openRestaurant(address, { origin: stack.webUrl }))
  },
})

const words = (key: 'title' | 'verify' | 'send' | 'erase' | 'eraseSure') => say(`orders.history.${key}`)
const sheetOf = (page: Page) => page.getByRole('dialog', { name: words('title') })
const codeField = (page: Page) => sheetOf(page).getByLabel(say('orders.history.code'), { exact: true })
const pressed = (page: Page, key: Parameters<typeof words>[0]) =>
  sheetOf(page)
    .getByRole('button', { name: words(key) })
    .click()

async function visit(page: Page, table: Table): Promise<void> {
  await sitDown(page, table, 'Ana')
  await page.goto(`${table.path}/orders`)
}

const openHistory = (page: Page) => page.getByRole('button', { name: say('orders.history.open') }).click()

/** Asks for a code to this address, and returns the one that came after an earlier one. */
async function askForCode(page: Page, mails: Mails, address: string, earlier?: string): Promise<string> {
  await sheetOf(page).getByLabel(say('orders.history.destination')).fill(address)
  await pressed(page, 'send')
  await expect(codeField(page)).toBeVisible()
  return mails.find(address, /\b\d{6}\b/, earlier)
}

async function answer(page: Page, code: string): Promise<void> {
  await codeField(page).fill(code)
  await pressed(page, 'verify')
}

test('a guest is remembered by an address: the orders of an earlier visit are back on another phone, until they are forgotten', async ({
  stack,
  mails,
  restaurant,
  openScreen,
}) => {
  test.slow()
  const address = 'ana@example.com'
  const [dish] = plainDishes(restaurant.menu)
  const [first, second] = restaurant.tables
  if (!first || !second) throw new Error('two tables are needed')

  const earlier = await openScreen({ baseURL: stack.webUrl })
  await sitDown(earlier, first, 'Ana')
  await orderDishes(earlier, [dish])
  await openHistory(earlier)
  const code = await askForCode(earlier, mails, address)
  await answer(earlier, code)
  await expect(sheetOf(earlier)).toContainText(dish.name)

  const later = await openScreen({ baseURL: stack.webUrl })
  await visit(later, second)
  await expect(later.getByRole('main')).not.toContainText(dish.name)
  await openHistory(later)
  const laterCode = await askForCode(later, mails, address, code)
  await answer(later, laterCode)
  await expect(sheetOf(later).getByRole('listitem')).toHaveCount(1)
  await expect(sheetOf(later).getByRole('listitem')).toContainText(`1 × ${dish.name}`)
  await expect(sheetOf(later)).not.toContainText(address)

  await pressed(later, 'erase')
  await pressed(later, 'eraseSure')
  await answer(later, await askForCode(later, mails, address, laterCode))
  await expect(sheetOf(later)).toContainText(say('orders.history.none'))
  await expect(sheetOf(later).getByRole('listitem')).toHaveCount(0)
})
