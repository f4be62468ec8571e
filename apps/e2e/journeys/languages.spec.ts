import type { Page } from '@playwright/test'
import { phone } from '../support/diner.ts'
import { decir, say } from '../support/messages.ts'
import type { Restaurant } from '../support/restaurant.ts'
import { signIn } from '../support/sign-in.ts'
import { staffPages } from '../support/staff-pages.ts'
import { expect, test } from '../support/test.ts'

const spanish = { locale: 'es-PE' }

/** A message that is missing shows its key. */
const rawKey =
  /\b(auth|cart|common|errors|kitchen|landing|menu|orders|settings|staffBoard|tables|tableSession)\.[a-z]\w*/

const html = (page: Page) => page.locator('html')

async function expectWords(page: Page, path: string, language: 'en' | 'es'): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(html(page)).toHaveAttribute('lang', language)
  expect(await page.locator('body').textContent(), path).not.toMatch(rawKey)
}

const openPaths = ({ slug, table }: Restaurant) => [
  ...['/', '/sign-in', '/sign-up', `/${slug}`],
  ...[table.path, `${table.path}/orders`],
]

test('a browser that prefers Spanish gets Spanish, menu included; any other gets English', async ({
  page,
  openScreen,
  restaurant,
}) => {
  const [category] = restaurant.menu.categories
  const guest = await openScreen({ ...phone, ...spanish })
  await guest.goto(restaurant.table.path)
  await expect(html(guest)).toHaveAttribute('lang', 'es')
  await expect(guest.getByRole('heading', { level: 2, name: decir('menu.popular') })).toBeVisible()
  await expect(guest.getByRole('heading', { level: 2, name: 'Para compartir' })).toBeVisible()
  await page.goto(restaurant.table.path)
  await expect(html(page)).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 2, name: category?.name ?? '' })).toBeVisible()
  const stranger = await openScreen({ locale: 'ja-JP' })
  await stranger.goto(restaurant.table.path)
  await expect(html(stranger)).toHaveAttribute('lang', 'en')
})

test('a guest switches the language, keeps the place, and finds it again after a reload', async ({
  page,
  restaurant,
}) => {
  await page.goto(restaurant.table.path)
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(html(page)).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('heading', { level: 2, name: decir('menu.popular') })).toBeVisible()
  await expect(page).toHaveURL(restaurant.table.path)
  await page.reload()
  await expect(html(page)).toHaveAttribute('lang', 'es')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 2, name: say('menu.popular') })).toBeVisible()
})

test('staff switch the language and the theme from the account', async ({ page, restaurant }) => {
  await signIn(page, restaurant.owner, '/settings')
  await page.getByRole('button', { name: say('common.nav.account') }).click()
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(html(page)).toHaveAttribute('lang', 'es')
  await page.getByRole('button', { name: decir('common.theme.dark') }).click()
  await expect(html(page)).toHaveClass(/\bdark\b/)
  await page.reload()
  await expect(html(page)).toHaveClass(/\bdark\b/)
  await expect(html(page)).toHaveAttribute('lang', 'es')
})

for (const language of ['en', 'es'] as const) {
  test.describe(`in ${language}`, () => {
    test.use(language === 'es' ? spanish : {})

    test('no page shows the key of a missing message', async ({ page, restaurant }) => {
      for (const path of openPaths(restaurant)) await expectWords(page, path, language)
      await signIn(page, restaurant.owner, '/tables')
      for (const path of [...Object.keys(staffPages), '/kitchen']) await expectWords(page, path, language)
    })
  })
}
