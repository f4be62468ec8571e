import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

test('a webhook is added, its secret shown once, paused and removed', async ({ page, restaurant }) => {
  // A public address that needs no name to be looked up; nothing is sent to it here.
  const url = 'https://1.1.1.1/orders'
  await signIn(page, restaurant.owner, '/settings')
  await page.getByRole('link', { name: say('settings.branch.webhooks') }).click()
  await page.getByLabel(say('webhooks.url')).fill(url)
  await page.getByText(say('webhooks.kinds.refused')).click()
  await page.getByRole('button', { name: say('webhooks.create') }).click()
  const dialog = page.getByRole('dialog', { name: say('webhooks.secretTitle') })
  const secret = (await dialog.locator('code').textContent()) ?? ''
  expect(secret).toMatch(/^whsec_[\w-]{43}$/)
  await dialog.getByRole('button', { name: say('webhooks.done') }).click()

  await page.reload()
  const card = page.getByRole('article', { name: url })
  await expect(card).toContainText(say('webhooks.states.active'))
  await expect(card).toContainText(say('webhooks.kinds.refused'))
  await expect(page.locator('body')).not.toContainText(secret)
  await card.getByRole('button', { name: say('webhooks.pause') }).click()
  await expect(card).toContainText(say('webhooks.states.paused'))

  await card.getByRole('button', { name: say('webhooks.rotate') }).click()
  await expect(dialog.locator('code')).not.toHaveText(secret)
  await dialog.getByRole('button', { name: say('webhooks.done') }).click()
  await card.getByRole('button', { name: say('webhooks.remove') }).click()
  await page
    .getByRole('dialog', { name: say('webhooks.removeTitle') })
    .getByRole('button', { name: say('webhooks.remove') })
    .click()
  await expect(card).toHaveCount(0)
})

test('an internal address, or no event at all, is refused at the field', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 400/)
  await signIn(page, restaurant.owner, '/settings/webhooks')
  const url = page.getByLabel(say('webhooks.url'))
  await url.fill('https://169.254.169.254/latest/meta-data/')
  await page.getByRole('button', { name: say('webhooks.create') }).click()
  await expect(url).toHaveAccessibleDescription(new RegExp(say('webhooks.urlFault')))
  await page.getByText(say('webhooks.kinds.placed')).click()
  await page.getByRole('button', { name: say('webhooks.create') }).click()
  await expect(page.getByText(say('webhooks.eventsFault'))).toBeVisible()
})
