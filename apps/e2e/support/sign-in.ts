import { expect, type Page } from '@playwright/test'
import { say } from './messages.ts'
import type { Login } from './restaurant.ts'

/** Signs in as a person does and ends on the page that was asked for. */
export async function signIn(page: Page, { email, password }: Login, path: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`)
  await page.getByLabel(say('auth.field.email')).fill(email)
  await page.getByLabel(say('auth.field.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('auth.signIn.submit') }).click()
  await expect(page).toHaveURL(path)
}
