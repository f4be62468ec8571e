import type { Page } from '@playwright/test'
import { readWords } from './read-words.ts'

/** What a diner does from the menu on: looks at a dish, adds it, takes a seat, sends the order and follows it. */
export async function orderADish(page: Page): Promise<void> {
  const say = await readWords('cart', 'menu', 'table-session')
  await page.locator('article a[href*="/dishes/"]').first().click()
  const add = page.getByRole('button', { name: say('menu.dish.add') })
  await add.click()
  const unanswered = page.locator('main section').filter({ has: page.getByRole('alert') })
  while ((await unanswered.count()) > 0) {
    await unanswered.locator('label').first().click()
    await add.click()
  }
  const question = page.getByRole('dialog')
  await question.getByLabel(say('table-session.join.name')).fill('Ana')
  await question.locator('button[type=submit]').click()
  await question.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: say('cart.bar.see') }).click()
  await page.getByRole('button', { name: say('cart.footer.send') }).click()
  await page.waitForURL('**/orders')
}
