import type { Page } from '@playwright/test'
import { addDish, phone, tellName } from '../support/diner.ts'
import { dishWithRequiredChoice, plainDishes } from '../support/dishes.ts'
import { seatGuest } from '../support/guest.ts'
import { ticketOf, tickets } from '../support/kitchen.ts'
import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

const scripts = '**/_next/static/chunks/*.js'

test.beforeEach(({ faults }) => {
  // Each of these tests breaks something on purpose.
  faults.allow(/./)
})

/** Marks the document, so that a reload is noticed. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute('data-mark', ''))
const expectNoReload = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-mark', '')
const retry = (page: Page) => page.getByRole('button', { name: say('common.retry') })

test('a dashboard page that fails leaves the navigation standing, and a retry brings it back without a reload', async ({
  page,
  restaurant,
}) => {
  const reply = '**/api/branches/*/menu'
  await signIn(page, restaurant.owner, '/settings')
  await page.route(reply, (route) => route.fulfill({ json: {} }))
  const rail = page.getByRole('navigation', { name: say('common.nav.label') })
  await rail.getByRole('link', { name: say('common.nav.menu') }).click()
  await expect(page.getByRole('heading', { name: say('errors.dashboard.title') })).toBeVisible()
  await mark(page)

  await rail.getByRole('link', { name: say('common.nav.settings') }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('settings.branch.title') })).toBeVisible()
  await rail.getByRole('link', { name: say('common.nav.menu') }).click()
  await expect(page.getByRole('heading', { name: say('errors.dashboard.title') })).toBeVisible()

  await page.unroute(reply)
  await retry(page).click()
  await expect(page.getByRole('heading', { level: 1, name: say('settings.menu.title') })).toBeVisible()
  await expectNoReload(page)
})

test('a kitchen display that fails says that no ticket is lost and comes back by itself, with every ticket', async ({
  page,
  restaurant,
}) => {
  const [dish] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  const before = await guest.order([{ dish }])
  const reply = '**/api/branches/*/kitchen?*'
  await page.route(reply, (route) => route.fulfill({ json: { serverTime: '', tickets: [{}] } }))
  await signIn(page, await restaurant.hire('kitchen'), '/kitchen')
  await expect(page.getByRole('heading', { name: say('errors.kitchen.title') })).toBeVisible()
  await expect(page.getByText(say('errors.kitchen.body'))).toBeVisible()
  await mark(page)
  const meanwhile = await guest.order([{ dish }])
  await page.unroute(reply)
  await expect(ticketOf(page, before)).toBeVisible({ timeout: 30_000 })
  await expect(ticketOf(page, meanwhile)).toBeVisible()
  await expect(tickets(page)).toHaveCount(2)
  await expectNoReload(page)
})

test('when even the frame of a section fails, the last error page can be retried without a reload', async ({
  page,
}) => {
  const violations: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text())
  })
  await page.goto('/')
  const loadedAt = await page.evaluate(() => performance.timeOrigin)
  await page.route(scripts, (route) => route.abort())
  await page
    .getByRole('link', { name: say('landing.signIn') })
    .first()
    .click()
  const lastPage = page
    .getByRole('main')
    .or(page.getByRole('alert'))
    .filter({ has: page.getByRole('button') })
  await expect(lastPage.getByRole('heading', { level: 1 })).toContainText('RestAI')
  // It brings its styles itself, and no policy is in their way.
  await expect(lastPage.getByRole('button')).toHaveCSS('background-color', 'rgb(0, 87, 58)')
  await page.unroute(scripts)
  await lastPage.getByRole('button').click()
  await expect(page.getByRole('button', { name: say('auth.signIn.submit') })).toBeVisible()
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt)
  expect(violations).toEqual([])
})

test.describe('on a phone', () => {
  test.use(phone)

  test('a dish page whose script is lost can be retried without a reload, and the cart is still there', async ({
    page,
    restaurant,
  }) => {
    const [plain] = plainDishes(restaurant.menu)
    const dish = dishWithRequiredChoice(restaurant.menu)
    await page.goto(restaurant.table.path)
    await addDish(page, plain)
    await tellName(page, 'Ana')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await mark(page)
    await page.route(scripts, (route) => route.abort())
    await page
      .getByRole('link', { name: say('cart.add.choose', { dish: dish.name }) })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: say('errors.customer.title') })).toBeVisible()
    await page.unroute(scripts)
    await retry(page).click()
    await expect(page.getByRole('heading', { level: 1, name: dish.name })).toBeVisible()
    await expectNoReload(page)
    await page.getByRole('link', { name: say('menu.dish.back') }).click()
    await expect(page.getByRole('button', { name: say('cart.bar.see') })).toBeVisible()
    await expectNoReload(page)
  })

  test('a sheet whose script is lost leaves the menu standing and opens later without a reload', async ({
    page,
    restaurant,
  }) => {
    const [dish] = plainDishes(restaurant.menu)
    await page.goto(restaurant.table.path)
    await mark(page)
    const lost = page.waitForEvent('requestfailed')
    await page.route(scripts, (route) => route.abort())
    await addDish(page, dish)
    await lost
    await expect(page.getByRole('heading', { level: 1, name: restaurant.name })).toBeVisible()
    await page.unroute(scripts)
    await tellName(page, 'Ana')
    await expect(page.getByRole('button', { name: say('cart.bar.see') })).toBeVisible()
    await expectNoReload(page)
  })

  test('a page of another section works while one has failed', async ({ page, restaurant }) => {
    const dish = dishWithRequiredChoice(restaurant.menu)
    await page.goto(restaurant.table.path)
    await page.route(scripts, (route) => route.abort())
    await page
      .getByRole('link', { name: say('cart.add.choose', { dish: dish.name }) })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: say('errors.customer.title') })).toBeVisible()
    await page.unroute(scripts)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: restaurant.name })).toBeVisible()
  })
})
