import type { DemoGuide } from '@repo/db/seed'
import { phone } from '../support/diner.ts'
import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

const guide = JSON.parse(process.env.E2E_GUIDE ?? '{"tables":[],"accounts":[]}') as DemoGuide

test('the demo tables show two restaurants, each with its own money and pictures that need no network', async ({
  page,
}) => {
  await page.setViewportSize(phone.viewport)
  const [first, second] = guide.tables
  if (!first || !second) throw new Error('the stack is seeded with two demo tables')
  const names: (string | null)[] = []
  for (const [path, currency] of [
    [first.path, 'S/'],
    [second.path, '$'],
  ] as const) {
    await page.goto(path)
    names.push(await page.getByRole('heading', { level: 1 }).textContent())
    await expect(page.getByRole('article').first()).toContainText(currency)
    const picture = page.getByRole('article').first().locator('img').first()
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  }
  expect(new Set(names).size).toBe(2)
})

test('there is a demo account for every role, and each lands on its own page', async ({ page }) => {
  const roles = new Set(guide.accounts.map(({ role }) => role))
  expect([...roles].sort()).toEqual(['cashier', 'kitchen', 'manager', 'owner', 'waiter'])
  for (const { email, password, role } of guide.accounts.slice(0, 5)) {
    await signIn(page, { name: role, email, password }, role === 'kitchen' ? guide.kitchenPath : '/tables')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      role === 'kitchen' ? /Casa Perejil/ : say('tables.title'),
    )
  }
})
