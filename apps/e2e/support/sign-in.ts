import { expect, type Page } from '@playwright/test'
import { say } from './messages.ts'
import type { Login } from './restaurant.ts'

/** Opens a staff page as this person: the sign-in itself is a request, which leaves its cookie in the browser. */
export async function signIn(page: Page, { email, password }: Login, path: string): Promise<void> {
  const reply = await page.request.post('/api/auth/login', { data: { email, password } })
  expect(reply.ok()).toBe(true)
  await page.goto(path)
}

/** Fills in the sign-in form. */
export async function typeSignIn(page: Page, { email, password }: Omit<Login, 'name'>): Promise<void> {
  await page.getByLabel(say('auth.field.email')).fill(email)
  await page.getByLabel(say('auth.field.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('auth.signIn.submit') }).click()
}
