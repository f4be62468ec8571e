import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { addDish, openCart, orderDishes, phone, sendButton, sitDown, tellName } from '../support/diner.ts'
import { dishWithRequiredChoice, plainDishes } from '../support/dishes.ts'
import { openTable } from '../support/floor.ts'
import { seatGuest } from '../support/guest.ts'
import { openKitchen, tickets } from '../support/kitchen.ts'
import { say } from '../support/messages.ts'
import type { Restaurant } from '../support/restaurant.ts'
import { signIn } from '../support/sign-in.ts'
import { staffPages } from '../support/staff-pages.ts'
import { expect, test } from '../support/test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const themes = [
  { colorScheme: 'light', rules: null },
  // The theme changes colours and nothing else.
  { colorScheme: 'dark', rules: ['color-contrast'] },
] as const

/** Axe finds nothing serious or critical in this part of the page, in both themes. */
async function expectAccessible(page: Page, part = 'html'): Promise<void> {
  // Next.js sets the title of a page that was not prefetched a moment after the page appears.
  await expect(page).toHaveTitle(/\S/)
  for (const { colorScheme, rules } of themes) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page }).include(part).setLegacyMode()
    const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze()
    const grave = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
      )
    expect.soft(grave, `${page.url()} in ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
}

/** The sheet or dialog that lies over the page. */
const expectAccessibleSheet = async (page: Page) => {
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page, 'dialog[open]')
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect.soft(widths[0], `${page.url()} at ${widths[1]} px`).toBeLessThanOrEqual(widths[1] ?? 0)
}

/** A restaurant in the middle of service: orders in several states, a friend at the door, a call. */
async function fillRoom(restaurant: Restaurant): Promise<void> {
  const [soup, bread] = plainDishes(restaurant.menu)
  const [one, other] = restaurant.tables
  if (!one || !other) throw new Error('two tables are needed')
  const ana = await seatGuest(restaurant, one, 'Ana')
  await seatGuest(restaurant, one, 'Theo')
  const eva = await seatGuest(restaurant, other, 'Eva')
  const served = await ana.order([{ dish: soup }], { allergyNote: 'Ana, peanuts', note: 'Slowly, please' })
  await restaurant.moveOrder(served.id, 'ready')
  await ana.order([{ dish: dishWithRequiredChoice(restaurant.menu), note: 'Well done' }], {
    allergyNote: 'Nuts',
  })
  await eva.order([{ dish: bread, quantity: 3 }])
  await eva.api.serviceCalls.customer['service-calls'].$post({ json: { kind: 'bill' } })
  await restaurant.setSoldOut(bread.id)
}

test('axe finds nothing serious on the pages that anybody can open', async ({ page, faults, restaurant }) => {
  faults.allow(/status of 404/)
  for (const path of ['/', '/sign-in', '/sign-up', '/nothing/here', `/${restaurant.slug}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test('axe finds nothing serious on the pages that links in e-mails lead to', async ({ page, faults }) => {
  // Nobody is signed in.
  faults.allow(/status of 401/)
  for (const path of ['/forgot-password', '/reset-password', '/accept-invitation', '/confirm-email']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test.describe('on a phone', () => {
  test.use(phone)

  test('axe finds nothing serious on the menu, a dish, and the table’s orders', async ({
    page,
    restaurant,
  }) => {
    const [dish, gone] = plainDishes(restaurant.menu)
    await restaurant.setSoldOut(gone.id)
    await page.goto(restaurant.table.path)
    await expectAccessible(page)
    await page.goto(`${restaurant.table.path}/dishes/${dishWithRequiredChoice(restaurant.menu).id}`)
    await expectAccessible(page)
    await page.goto(`${restaurant.table.path}/orders`)
    await expect(page.getByText(say('orders.empty.none.title'))).toBeVisible()
    await expectAccessible(page)
    await sitDown(page, restaurant.table, 'Ana')
    await orderDishes(page, [dish])
    await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
    await expectAccessible(page)
  })

  test('axe finds nothing serious on any sheet of a table', async ({ page, restaurant }) => {
    const [dish] = plainDishes(restaurant.menu)
    const close = () =>
      page
        .getByRole('dialog')
        .getByRole('button', { name: say('common.close') })
        .click()
    await page.goto(restaurant.table.path)
    await page.getByRole('button', { name: say('menu.filter.open', { count: 0 }) }).click()
    await expectAccessibleSheet(page)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('menu.filter.close') })
      .click()
    await addDish(page, dish)
    await expectAccessibleSheet(page)
    await tellName(page, 'Ana')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await openCart(page)
    await expectAccessibleSheet(page)
    await close()
    await page
      .getByRole('button', { name: say('tableSession.call.open') })
      .first()
      .click()
    await expectAccessibleSheet(page)
    await close()
    await page
      .getByRole('button', { name: say('tableSession.table', { label: restaurant.table.label }) })
      .click()
    await expectAccessibleSheet(page)
    await close()
    await seatGuest(restaurant, restaurant.table, 'Theo')
    await expectAccessibleSheet(page)
  })
})

for (const [path, content] of Object.entries(staffPages)) {
  test(`axe finds nothing serious on ${path}`, async ({ page, restaurant }) => {
    await fillRoom(restaurant)
    await signIn(page, restaurant.owner, path)
    await expect(content(page)).toBeVisible()
    await expectAccessible(page)
  })
}

test('axe finds nothing serious in the details of a table and of an order', async ({ page, restaurant }) => {
  await fillRoom(restaurant)
  await signIn(page, restaurant.owner, '/tables')
  await expect(await openTable(page, restaurant.table.label)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/orders')
  await page.getByRole('article').first().getByRole('button').first().click()
  await expect(page.getByRole('complementary')).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing serious on the kitchen display and its list of sold-out dishes', async ({
  page,
  restaurant,
}) => {
  await fillRoom(restaurant)
  await openKitchen(page, await restaurant.hire('kitchen'))
  await expectAccessible(page)
  await page.getByRole('button', { name: say('kitchen.soldOut') }).click()
  await expect(page.getByRole('switch').first()).toBeVisible()
  await expectAccessibleSheet(page)
})

test.describe('at 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('nothing that a guest opens scrolls sideways', async ({ page, restaurant }) => {
    const [dish] = plainDishes(restaurant.menu)
    const table = restaurant.tables[2] ?? restaurant.table
    const dishPath = `${table.path}/dishes/${dishWithRequiredChoice(restaurant.menu).id}`
    for (const path of ['/', '/sign-in', '/sign-up', `/${restaurant.slug}`, table.path, dishPath]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoSidewaysScroll(page)
    }
    await sitDown(page, table, 'Wilhelmina-Alexandrina')
    await addDish(page, dish)
    await openCart(page)
    await expectNoSidewaysScroll(page)
    await sendButton(page).click()
    await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
    await expectNoSidewaysScroll(page)
  })

  test('nothing that staff open scrolls sideways', async ({ page, restaurant }) => {
    await fillRoom(restaurant)
    await signIn(page, restaurant.owner, '/tables')
    for (const [path, content] of Object.entries({
      ...staffPages,
      '/kitchen': (at: Page) => tickets(at).first(),
    })) {
      await page.goto(path)
      await expect(content(page)).toBeVisible()
      await expectNoSidewaysScroll(page)
    }
  })
})

test('the menu stays whole at 200 % text: nothing is cut off or pushed out', async ({ page, restaurant }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(restaurant.table.path)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await expectNoSidewaysScroll(page)
  const cutOff = await page
    .getByRole('heading', { level: 3 })
    .evaluateAll((headings) =>
      headings
        .filter(
          (heading) =>
            heading.scrollWidth > heading.clientWidth + 1 || heading.scrollHeight > heading.clientHeight + 2,
        )
        .map((heading) => heading.textContent),
    )
  expect(cutOff).toEqual([])
})

test('keyboard users can skip to the content and see where they are', async ({ page, restaurant }) => {
  await signIn(page, restaurant.owner, '/menu')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: say('common.skip') })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const isInContent = await page.evaluate(
    () => document.activeElement?.closest('nav[aria-label="Main"]') === null,
  )
  expect(isInContent).toBe(true)
})
