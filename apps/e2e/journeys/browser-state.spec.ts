import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { orderDishes, phone, sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

/** What a browser keeps, by key, beside the random id of the next renewal. */
const kept = (page: Page) =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(
      (key) => key !== 'restai.attempt.staff',
    ),
  )

const links = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? 'none'))

test.describe('on a phone', () => {
  test.use(phone)

  test('after a reload the table, its order and the seat are there again within a second', async ({
    page,
    restaurant,
  }) => {
    const [dish] = plainDishes(restaurant.menu)
    await sitDown(page, restaurant.table, 'Ana')
    await orderDishes(page, [dish])
    await expect(page.getByRole('main')).toContainText(dish.name)
    const tookMs: number[] = []
    for (const _ of [1, 2, 3]) {
      await page.reload({ waitUntil: 'commit' })
      const back = await page.waitForFunction(
        ([name]) => {
          const { state } = JSON.parse(sessionStorage.getItem('restai.customer') ?? '{}')
          const isSeated = state && Object.values(state).every((field) => field !== null)
          return isSeated && document.querySelector('main')?.textContent?.includes(name)
            ? performance.now()
            : false
        },
        [dish.name] as const,
        { polling: 'raf' },
      )
      tookMs.push(Number(await back.jsonValue()))
    }
    expect(tookMs.toSorted((a, b) => a - b)[1]).toBeLessThanOrEqual(1_000)
  })

  test('every page of a guest survives reload, back and forward, and has no dead link', async ({
    page,
    restaurant,
  }) => {
    const [dish] = plainDishes(restaurant.menu)
    const { path } = restaurant.table
    await sitDown(page, restaurant.table, 'Ana')
    await orderDishes(page, [dish])
    const marks: [string, string][] = [
      [path, restaurant.name],
      [`${path}/dishes/${dish.id}`, dish.name],
      [`${path}/orders`, say('orders.news.received')],
    ]
    const expectWhole = async (heading: string) => {
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      expect((await links(page)).filter((href) => /null|undefined|none|NaN/.test(href))).toEqual([])
    }
    for (const [address, heading] of marks) {
      await page.goto(address)
      await expectWhole(heading)
      await page.reload()
      await expectWhole(heading)
    }
    for (const [, heading] of marks.slice(0, -1).reverse()) {
      await page.goBack()
      await expectWhole(heading)
    }
    for (const [, heading] of marks.slice(1)) {
      await page.goForward()
      await expectWhole(heading)
    }
  })
})

test('server and browser render the same page, whatever its time zone and language', async ({
  openScreen,
  faults,
  restaurant,
}) => {
  // Nobody is signed in at the kitchen; any other error, above all a hydration mismatch, is a fault.
  faults.allow(/status of 40[13]/)
  const [dish] = plainDishes(restaurant.menu)
  const { path } = restaurant.table
  for (const place of [
    { locale: 'es-PE', timezoneId: 'Pacific/Auckland', colorScheme: 'dark' },
    { locale: 'en-US', timezoneId: 'America/Los_Angeles', colorScheme: 'light' },
  ] as const) {
    const page = await openScreen(place)
    for (const address of [
      '/',
      path,
      `${path}/dishes/${dish.id}`,
      `${path}/orders`,
      '/sign-in',
      '/sign-up',
    ]) {
      await page.goto(address, { waitUntil: 'networkidle' })
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }
    await page.goto('/kitchen')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('staff tabs that renew at once take turns, and all of them stay signed in', async ({
  page,
  context,
  restaurant,
}) => {
  await signIn(page, restaurant.owner, '/settings')
  const tabs = [page, await context.newPage()]
  let underWay = 0
  let most = 0
  await context.route('**/api/auth/refresh', async (route) => {
    underWay += 1
    most = Math.max(most, underWay)
    const response = await route.fetch()
    underWay -= 1
    await route.fulfill({ response })
  })
  await Promise.all(tabs.map((tab) => tab.goto('/settings')))
  const title = say('settings.branch.title')
  for (const tab of tabs) await expect(tab.getByRole('heading', { level: 1, name: title })).toBeVisible()
  expect(most).toBe(1)
})

test('signing out offline leaves nothing behind, and reaches the server once the network is back', async ({
  page,
  context,
  faults,
  restaurant,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 401|Failed to (fetch|load)/)
  await signIn(page, restaurant.owner, '/tables')
  await page.evaluate((id) => {
    localStorage.setItem('restai.branch', id)
    sessionStorage.setItem(`restai.kitchen.taps.${id}`, '[]')
  }, restaurant.branchId)
  const account = page.getByRole('button', { name: say('common.nav.account') })
  await expect(account).toBeVisible()
  await context.setOffline(true)
  await account.click()
  await page.getByRole('button', { name: say('common.signOut') }).click()
  await context.setOffline(false)

  await page.goto('/tables')
  await expect(page).toHaveURL(/\/sign-in/)
  expect(await kept(page)).toEqual([])
  const renewed = await page.request.post('/api/auth/refresh', { data: { attemptId: randomUUID() } })
  expect(renewed.status()).toBe(401)
})
