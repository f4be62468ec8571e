import type { Page } from '@playwright/test'
import type { Evening } from './dinner-is-on.ts'

export type Shot = {
  name: string
  size: [width: number, height: number]
  theme: 'light' | 'dark'
  locale: 'en-GB' | 'es-PE'
  scale: number
  visit: (page: Page, evening: Evening) => Promise<unknown>
}

const phone: Pick<Shot, 'size' | 'scale'> = { size: [390, 844], scale: 2 }
const desk: Pick<Shot, 'size' | 'scale'> = { size: [1440, 900], scale: 1 }

const open = (path: (evening: Evening) => string) => (page: Page, evening: Evening) =>
  page.goto(path(evening))

/** Signs in through the page, as staff do, and waits until the screen has something to show. */
const staffAt =
  (path: string, shows: string) =>
  async (page: Page, { email, password }: Evening) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
    await page.locator('input[type=email]').fill(email)
    await page.locator('input[type=password]').fill(password)
    await page.locator('button[type=submit]').click()
    await page.waitForURL(`**${path}`)
    await page.locator(shows).first().waitFor()
  }

export const shots: readonly Shot[] = [
  { name: 'menu', ...phone, theme: 'light', locale: 'en-GB', visit: open(({ menuPath }) => menuPath) },
  { name: 'menu-dark', ...phone, theme: 'dark', locale: 'es-PE', visit: open(({ menuPath }) => menuPath) },
  {
    name: 'dish',
    ...phone,
    theme: 'light',
    locale: 'en-GB',
    visit: open(({ slug, freeTableCode, dishId }) => `/${slug}/${freeTableCode}/dishes/${dishId}`),
  },
  {
    name: 'kitchen',
    size: [1366, 768],
    scale: 1,
    theme: 'dark',
    locale: 'en-GB',
    visit: staffAt('/kitchen', '[data-ticket]'),
  },
  { name: 'tables', ...desk, theme: 'light', locale: 'en-GB', visit: staffAt('/tables', '#do-next') },
  {
    name: 'orders',
    ...desk,
    theme: 'dark',
    locale: 'en-GB',
    visit: staffAt('/orders', 'main article, main li'),
  },
  { name: 'menu-editor', ...desk, theme: 'light', locale: 'en-GB', visit: staffAt('/menu', 'main h3') },
]
