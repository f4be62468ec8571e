import type { Page, Request } from '@playwright/test'
import { baseUrl } from '../support/base-url.ts'
import { addDish, openCart, orderDishes, phone, sendButton, sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

test.use(phone)

const renewal = '**/api/customer/auth/refresh'
const sessionPath = '/api/customer/session'

const bearerOf = (request: Request) => request.headers().authorization?.replace(/^Bearer /, '') ?? ''

/** Everything that a script of the page could read, the page itself included. */
const readable = (page: Page) =>
  page.evaluate(async () => {
    const names = [...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys())]
    const kept = [{ ...sessionStorage }, { ...localStorage }, document.cookie, location.href, names]
    return JSON.stringify(kept) + document.documentElement.outerHTML
  })

const storedFields = (page: Page) =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('restai.customer') ?? '{}').state)

test('all seven fields of a guest are back after a reload: six from storage, the token from the cookie alone', async ({
  page,
  restaurant,
}) => {
  const [dish, other] = plainDishes(restaurant.menu)
  const { slug, table, name } = restaurant
  await sitDown(page, table, 'Ana')
  await orderDishes(page, [dish])
  await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
  const [order] = await restaurant.orders()
  const fields = {
    sessionId: order?.sessionId,
    branchSlug: slug,
    tableCode: table.code,
    orderId: order?.id,
    branchName: name,
    customerName: 'Ana',
  }
  expect(await storedFields(page)).toEqual(fields)

  let renewals = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/customer/auth/refresh') renewals += 1
  })
  const firstCall = page.waitForRequest((request) => new URL(request.url()).pathname === sessionPath)
  await page.reload()
  const token = bearerOf(await firstCall)
  expect(token.split('.')).toHaveLength(3)
  expect(await storedFields(page)).toEqual(fields)
  expect(await readable(page)).not.toContain(token)
  await expect(page.getByRole('main')).toContainText(dish.name)
  expect(renewals).toBe(1)
  await page.getByRole('link', { name: say('orders.orderMore') }).click()
  await orderDishes(page, [other])
  expect(await restaurant.orders()).toHaveLength(2)
})

test('no script can read the cookie that renews the token', async ({ page, restaurant }) => {
  await sitDown(page, restaurant.table, 'Ana')
  const cookie = (await page.context().cookies(`${baseUrl}/api/customer/auth/refresh`)).find(
    ({ path }) => path === '/api/customer/auth',
  )
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' })
  expect(await readable(page)).not.toContain(cookie?.value)
})

test('an expired token is renewed silently: the guest orders as if nothing had been', async ({
  page,
  restaurant,
}) => {
  const [dish] = plainDishes(restaurant.menu)
  const renewals: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/customer/auth/refresh')) renewals.push(request.method())
  })
  await page.clock.install()
  await sitDown(page, restaurant.table, 'Ana')
  await addDish(page, dish)
  await openCart(page)
  const before = renewals.length
  await page.clock.fastForward('16:00')
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/orders$/)
  await expect(page.getByRole('main')).toContainText(dish.name)
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  expect(renewals.length).toBeGreaterThan(before)
  expect(await restaurant.orders()).toHaveLength(1)
})

test('no staff token is where a script could read it', async ({ page, restaurant }) => {
  const tokens: string[] = []
  page.on('request', (request) => tokens.push(bearerOf(request)))
  await signIn(page, restaurant.owner, '/settings')
  await expect(page.getByRole('heading', { level: 1, name: say('settings.branch.title') })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: say('settings.branch.title') })).toBeVisible()
  const cookies = (await page.context().cookies(`${baseUrl}/api/auth/refresh`)).filter(
    ({ path }) => path === '/api/auth',
  )
  for (const cookie of cookies)
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' })
  const secrets = [...new Set(tokens.filter(Boolean)), ...cookies.map(({ value }) => value)]
  expect(secrets.length).toBeGreaterThanOrEqual(3)
  const text = await readable(page)
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
})

test('a token that the server reports as expired is renewed once and the call repeated', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 401/)
  const [dish] = plainDishes(restaurant.menu)
  await sitDown(page, restaurant.table, 'Ana')
  await addDish(page, dish)
  await openCart(page)
  await page.route(
    '**/api/customer/orders',
    (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        json: { type: 'about:blank', title: 'Expired', status: 401, code: 'TOKEN_EXPIRED', requestId: '1' },
      }),
    { times: 1 },
  )
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/orders$/)
  expect(await restaurant.orders()).toHaveLength(1)
})

test('staff screens renew silently too', async ({ page, restaurant }) => {
  const renewals: string[] = []
  const tokens = new Set<string>()
  page.on('request', (request) => {
    if (request.url().endsWith('/api/auth/refresh')) renewals.push(request.method())
    const token = bearerOf(request)
    if (token !== '') tokens.add(token)
  })
  await page.clock.install()
  await signIn(page, restaurant.owner, '/settings')
  await expect(page.getByRole('heading', { level: 1, name: say('settings.branch.title') })).toBeVisible()
  const before = renewals.length
  await page.clock.fastForward('20:00')
  const rail = page.getByRole('navigation', { name: say('common.nav.label') })
  await rail.getByRole('link', { name: say('common.nav.menu') }).click()
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
  expect(renewals.length).toBeGreaterThan(before)
  expect(tokens.size).toBeGreaterThan(1)
  const shown = await readable(page)
  expect([...tokens].filter((token) => shown.includes(token))).toEqual([])
})

test('tabs that renew at once take turns, and all of them stay seated', async ({
  page,
  context,
  restaurant,
}) => {
  await sitDown(page, restaurant.table, 'Ana')
  const tabs = [page, await context.newPage(), await context.newPage()]
  let underWay = 0
  let most = 0
  await context.route(renewal, async (route) => {
    underWay += 1
    most = Math.max(most, underWay)
    const response = await route.fetch()
    underWay -= 1
    await route.fulfill({ response })
  })
  await Promise.all(tabs.map((tab) => tab.goto(`${restaurant.table.path}/orders`)))
  for (const tab of tabs) await expect(tab.getByText(say('orders.empty.active.title'))).toBeVisible()
  expect(most).toBe(1)
})

test('a renewal whose answer is lost is repeated and keeps the seat', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/ERR_FAILED/)
  await sitDown(page, restaurant.table, 'Ana')
  let lost = 0
  const loseAnswer = async (route: Parameters<Parameters<Page['route']>[1]>[0]) => {
    await route.fetch()
    lost += 1
    await route.abort()
  }
  await page.route(renewal, loseAnswer, { times: 1 })
  await page.goto(`${restaurant.table.path}/orders`)
  await expect(page.getByText(say('orders.empty.active.title'))).toBeVisible({ timeout: 20_000 })
  expect(lost).toBe(1)
})

test('a seat at one table is never carried over to another', async ({ page, restaurant }) => {
  const next = restaurant.tables[1]
  if (!next) throw new Error('two tables are needed')
  await sitDown(page, restaurant.table, 'Ana')
  await page.goto(`${next.path}/orders`)
  await expect(page.getByText(say('orders.empty.none.title'))).toBeVisible()
  expect(await storedFields(page)).toMatchObject({
    tableCode: next.code,
    sessionId: null,
    customerName: null,
  })
})

test('pages ask their own origin for everything', async ({ page, context, restaurant }) => {
  const origins = new Set<string>()
  context.on('request', (request) => origins.add(new URL(request.url()).origin))
  const [dish] = plainDishes(restaurant.menu)
  await sitDown(page, restaurant.table, 'Ana')
  await orderDishes(page, [dish])
  await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
  await signIn(page, restaurant.owner, '/tables')
  await expect(page.getByRole('heading', { level: 1, name: say('tables.title') })).toBeVisible()
  await signIn(page, restaurant.owner, '/kitchen')
  await expect(page.getByRole('article')).toHaveCount(1)
  expect([...origins]).toEqual([new URL(baseUrl).origin])
})
