import { join } from 'node:path'
import { sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

const pictures = join(import.meta.dirname, '../../web/public/dishes')
const photo = join(pictures, 'tart-800.webp')

test('a photo is chosen, previewed and sent, guests see it, and it can be taken away', async ({
  page,
  openScreen,
  restaurant,
}) => {
  const [dish] = plainDishes(restaurant.menu)
  await signIn(page, restaurant.owner, '/menu')
  const change = page.getByRole('button', { name: say('settings.menu.photo.change', { dish: dish.name }) })
  await change.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('settings.menu.photo.choose')).setInputFiles(photo)
  await expect(dialog.getByAltText(say('settings.menu.photo.preview'))).toBeVisible()
  await dialog.getByRole('button', { name: say('settings.menu.photo.use') }).click()
  await expect(page.getByText(say('settings.menu.photo.saved', { dish: dish.name }))).toBeVisible()
  await expect(change).toBeFocused()

  const guest = await openScreen()
  await sitDown(guest, restaurant.table, 'Ana')
  const shown = guest.getByRole('article').filter({ hasText: dish.name }).locator('img').first()
  await shown.scrollIntoViewIfNeeded()
  await expect(shown).toHaveAttribute('src', /^\/api\/media\//)
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)

  await change.click()
  await dialog.getByRole('button', { name: say('settings.menu.photo.remove') }).click()
  await expect(page.getByText(say('settings.menu.photo.removed', { dish: dish.name }))).toBeVisible()
  await expect(guest.locator('img[src^="/api/media/"]')).toHaveCount(0)
})

test('a photo can be dropped; any other file is refused in words', async ({ page, faults, restaurant }) => {
  faults.allow(/status of 4(00|15)/)
  // The trace recorder requests again a preview that could not be drawn.
  faults.allow(/Connecting to 'blob:/)
  const [dish] = plainDishes(restaurant.menu)
  await signIn(page, restaurant.owner, '/menu')
  await page.getByRole('button', { name: say('settings.menu.photo.change', { dish: dish.name }) }).click()
  const dialog = page.getByRole('dialog')
  const use = dialog.getByRole('button', { name: say('settings.menu.photo.use') })
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['<script>alert(1)</script>'], 'dish.png', { type: 'image/png' }))
    return transfer
  })
  await dialog.getByText(say('settings.menu.photo.choose')).dispatchEvent('drop', { dataTransfer: dropped })
  await use.click()
  await expect(dialog.getByRole('alert')).toHaveText(say('settings.menu.photo.faults.type'))
  const name = 'cut.png'
  const buffer = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAE=', 'base64')
  await dialog
    .getByLabel(say('settings.menu.photo.choose'))
    .setInputFiles({ name, mimeType: 'image/png', buffer })
  await use.click()
  await expect(dialog.getByRole('alert')).toHaveText(say('settings.menu.photo.faults.broken'))
})
