import type { Page } from '@playwright/test'
import { type Stack, startStack } from '@repo/stack'
import { orderDishes, phone, sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { type MailSink, openMailSink } from '../support/mail-sink.ts'
import { say } from '../support/messages.ts'
import { openRestaurant, type Restaurant, type Table } from '../support/restaurant.ts'
import { expect, test as withScreens } from '../support/test.ts'

withScreens.use(phone)

/** A stack that sends e-mail, and what it sends. */
type Fixtures = { stack: Stack; mails: MailSink; restaurant: Restaurant }
const test = withScreens.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  mails: async ({}, use) => {
    const mails = await openMailSink()
    await use(mails)
    await mails.close()
  },
  stack: async ({ mails }, use) => {
    const stack = await startStack({ web: true, seed: false, apiEnv: mails.apiEnv })
    await use(stack)
    await stack.stop()
  },
  restaurant: async ({ address, stack }, use) => {
    await use(await openRestaurant(address, { origin: stack.webUrl }))
  },
})

const words = (key: 'title' | 'verify' | 'send' | 'again' | 'erase' | 'eraseSure') =>
  say(`orders.history.${key}`)
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

/** Asks for a code to this address. Answers with the one that came. */
async function askForCode(page: Page, mails: MailSink, address: string): Promise<string> {
  const seen = mails.count()
  await sheetOf(page).getByLabel(say('orders.history.destination')).fill(address)
  await pressed(page, 'send')
  await expect(codeField(page)).toBeVisible()
  return mails.codeAfter(seen)
}

async function answer(page: Page, code: string): Promise<void> {
  await codeField(page).fill(code)
  await pressed(page, 'verify')
}

const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000')

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
  await answer(earlier, await askForCode(earlier, mails, address))
  await expect(sheetOf(earlier)).toContainText(dish.name)

  const later = await openScreen({ baseURL: stack.webUrl })
  await visit(later, second)
  await expect(later.getByRole('main')).not.toContainText(dish.name)
  await openHistory(later)
  await answer(later, await askForCode(later, mails, address))
  await expect(sheetOf(later).getByRole('listitem')).toHaveCount(1)
  await expect(sheetOf(later).getByRole('listitem')).toContainText(`1 × ${dish.name}`)
  await expect(sheetOf(later)).not.toContainText(address)

  await pressed(later, 'erase')
  await pressed(later, 'eraseSure')
  await answer(later, await askForCode(later, mails, address))
  await expect(sheetOf(later)).toContainText(say('orders.history.none'))
  await expect(sheetOf(later).getByRole('listitem')).toHaveCount(0)
})

test('a one-time code counts down, and when it is over or three were wrong only a new one helps', async ({
  stack,
  mails,
  restaurant,
  openScreen,
  faults,
}) => {
  faults.allow(/status of 400/)
  const page = await openScreen({ baseURL: stack.webUrl })
  await page.clock.install()
  await visit(page, restaurant.table)
  await openHistory(page)
  await askForCode(page, mails, 'theo@example.com')
  await expect(sheetOf(page)).toContainText(/(5:00|4:5[89]) left/)
  await page.clock.fastForward('05:00')
  await expect(sheetOf(page)).toContainText(say('orders.history.over.expired'))
  await expect(codeField(page)).toHaveCount(0)

  const seen = mails.count()
  await pressed(page, 'again')
  const code = await mails.codeAfter(seen)
  for (const _ of [1, 2]) {
    await answer(page, wrongFor(code))
    await expect(sheetOf(page)).toContainText(say('orders.history.fault.wrong'))
    await expect(codeField(page)).toHaveValue('')
  }
  await answer(page, wrongFor(code))
  await expect(sheetOf(page)).toContainText(say('orders.history.over.locked'))
  await expect(codeField(page)).toHaveCount(0)

  const again = mails.count()
  await pressed(page, 'again')
  await answer(page, await mails.codeAfter(again))
  await expect(sheetOf(page)).toContainText(say('orders.history.none'))
})
