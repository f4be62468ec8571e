import { unwrap } from '@repo/api-client'
import { plainDishes } from '../support/dishes.ts'
import { seatGuest } from '../support/guest.ts'
import { lineOf, ticketOf } from '../support/kitchen.ts'
import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

test('a display without a signed-in person is paired with a key, works, and stops when it is unpaired', async ({
  page,
  restaurant,
  openScreen,
  faults,
}) => {
  // Nobody is signed in, then nothing is paired, then nothing answers: the browser logs all of it.
  faults.allow(/status of 40[13]|ERR_FAILED/)
  const [dish] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  const order = await guest.order([{ dish }])

  await signIn(page, restaurant.owner, '/devices')
  await page.getByRole('button', { name: say('settings.devices.create') }).click()
  const key = await page.getByText(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/).textContent()

  const display = await openScreen()
  await display.goto('/kitchen')
  await display.getByLabel(say('kitchen.pair.key'), { exact: true }).fill(key?.toLowerCase() ?? '')
  await display.getByRole('button', { name: say('kitchen.pair.submit') }).click()
  await lineOf(ticketOf(display, order), dish.name).click()
  const param = { branchId: restaurant.branchId, orderId: order.id }
  const lineState = async () => {
    const now = await unwrap(
      restaurant.staff.orders.branches[':branchId'].orders[':orderId'].$get({ param, query: {} }),
    )
    return now.lines[0]?.state
  }
  await expect.poll(lineState).not.toBe('confirmed')

  await display.reload()
  await expect(lineOf(ticketOf(display, order), dish.name)).toBeEnabled()

  await display.route('**/api/**', (route) => route.abort())
  await display.reload()
  await expect(display.getByText(/^No connection\. These tickets were open at \d\d:\d\d/)).toBeVisible()
  await expect(ticketOf(display, order)).toContainText(dish.name)
  await expect(display.getByRole('button')).toHaveCount(0)
  await display.unroute('**/api/**')
  await expect(lineOf(ticketOf(display, order), dish.name)).toBeEnabled()

  await page.reload()
  const name = say('kitchen.pair.nameDefault')
  await page
    .getByRole('button', { name: say('settings.devices.revokeOf', { name }) })
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('settings.devices.revoke') })
    .click()
  await expect(display.getByRole('heading', { name: say('kitchen.pair.title') })).toBeVisible()
  await display.route('**/api/**', (route) => route.abort())
  await display.reload()
  await expect(display.getByText(say('kitchen.starting'))).toBeVisible()
  await expect(display.getByRole('article')).toHaveCount(0)
})
