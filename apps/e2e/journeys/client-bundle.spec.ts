import type { Page } from '@playwright/test'
import { orderDishes, phone, sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

type Script = { url: string; text: string }

/** Collects every script that a page loads, as transferred. */
function collectScripts(page: Page): () => Promise<Script[]> {
  const scripts: Promise<Script>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || !response.ok()) return
    scripts.push(response.text().then((text) => ({ url: response.url(), text })))
  })
  return () => Promise.all(scripts)
}

const withText = (scripts: readonly Script[], pattern: RegExp) =>
  scripts.flatMap(({ url, text }) => {
    const found = pattern.exec(text)
    return found ? [`${new URL(url).pathname}: …${text.slice(found.index - 40, found.index + 60)}…`] : []
  })

/** The validator's own error codes and marks. */
const zod = /ZodError|\._zod\b|invalid_union/
/** Names that only the server's code contains. */
const server = /drizzle|postgres|argon2|set_config|JWT_SECRET|DATABASE_URL|API_INTERNAL_URL|node:crypto/
const address = /localhost|127\.0\.0\.1/

test.describe('a diner', () => {
  test.use(phone)

  test('loads no validator, no server code and no address over the whole journey', async ({
    page,
    restaurant,
  }) => {
    const [dish] = plainDishes(restaurant.menu)
    const scripts = collectScripts(page)
    await sitDown(page, restaurant.table, 'Ana')
    await page.getByRole('button', { name: say('menu.filter.open', { count: 0 }) }).click()
    await page.getByRole('button', { name: say('menu.filter.close') }).click()
    await orderDishes(page, [dish])
    await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
    const loaded = await scripts()
    expect(loaded.length).toBeGreaterThan(5)
    expect(withText(loaded, zod)).toEqual([])
    expect(withText(loaded, server)).toEqual([])
    expect(withText(loaded, address)).toEqual([])
  })
})

test('staff load no server code and no address', async ({ page, restaurant }) => {
  const scripts = collectScripts(page)
  for (const path of [
    '/sign-up',
    '/tables',
    '/orders',
    '/menu',
    '/team',
    '/settings',
    '/qr-codes',
    '/kitchen',
  ]) {
    await signIn(page, restaurant.owner, path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const loaded = await scripts()
  expect(withText(loaded, server)).toEqual([])
  expect(withText(loaded, address)).toEqual([])
})

test('no stylesheet is asked for before a guest sees the menu', async ({ page, restaurant }) => {
  const styles: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'stylesheet') styles.push(request.url())
  })
  await page.goto(restaurant.table.path)
  await expect(page.getByRole('heading', { level: 1, name: restaurant.name })).toBeVisible()
  expect(styles).toEqual([])
})
