import type { Locator, Page } from '@playwright/test'
import { phone, sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { floorTable, openTable } from '../support/floor.ts'
import { seatGuest } from '../support/guest.ts'
import { say } from '../support/messages.ts'
import { signIn, typeSignIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const lane = (page: Page, name: 'in' | 'pass' | 'table') =>
  page.getByRole('region', { name: say(`staffBoard.lane.${name}`) })

const doNext = (page: Page) => page.getByRole('region', { name: say('tables.doNext') })

test('staff sign in and land where they wanted to go; a wrong password says only that it does not match', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 401/)
  const waiter = await restaurant.hire('waiter')
  await page.goto('/tables')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Ftables$/)
  await typeSignIn(page, { email: waiter.email, password: 'not the right one' })
  await expect(page.getByText(say('auth.problem.credentials'))).toBeVisible()
  await typeSignIn(page, waiter)
  await expect(page).toHaveURL('/tables')
  await expect(page.getByRole('heading', { level: 1, name: say('tables.title') })).toBeVisible()
})

test('signing out applies to every page, and pages ask for a sign-in again', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 401/)
  await signIn(page, restaurant.owner, '/tables')
  await page.getByRole('button', { name: say('common.nav.account') }).click()
  await page.getByRole('button', { name: say('common.signOut') }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/orders')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('an order awaiting confirmation is confirmed, and the guest knows at once', async ({
  page,
  openRestaurant,
}) => {
  const restaurant = await openRestaurant({ confirmOrders: 'always' })
  const [dish] = plainDishes(restaurant.menu)
  await signIn(page, await restaurant.hire('waiter'), '/orders')
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  await guest.order([{ dish }])

  const card = lane(page, 'in').getByRole('article').filter({ hasText: dish.name })
  await expect(card).toContainText('Ana')
  const confirm = card.getByRole('button', { name: say('staffBoard.verb.confirm') })
  await confirm.click()
  await expect(confirm).toHaveCount(0)
  await expect(card).toBeVisible()
  await expect.poll(guest.orderStates).toEqual(['confirmed'])
})

test('an order is refused with a reason that the guest reads', async ({
  page,
  openScreen,
  openRestaurant,
}) => {
  const restaurant = await openRestaurant({ confirmOrders: 'always' })
  const [dish] = plainDishes(restaurant.menu)
  const reason = 'The oven is out for tonight.'
  await signIn(page, await restaurant.hire('manager'), '/orders')
  const diner = await openScreen(phone)
  await sitDown(diner, restaurant.table, 'Ana')
  await diner.getByRole('button', { name: say('cart.add.one', { dish: dish.name }), exact: true }).click()
  await diner.getByRole('button', { name: say('cart.bar.see') }).click()
  await diner.getByRole('button', { name: say('cart.footer.send') }).click()
  await expect(diner.getByRole('heading', { name: say('orders.news.pending') })).toBeVisible()

  await lane(page, 'in')
    .getByRole('button', { name: say('staffBoard.refuse.ask') })
    .click()
  const question = page.getByRole('dialog')
  await question.getByLabel(say('staffBoard.refuse.label')).fill(reason)
  await question.getByRole('button', { name: say('staffBoard.refuse.verb') }).click()
  await expect(lane(page, 'in').getByRole('article')).toHaveCount(0)
  await expect(diner.getByText(reason)).toBeVisible()
  await expect(diner.getByRole('heading', { name: say('orders.news.refused') })).toBeVisible()
})

test('a guest who asks to join is let in from the floor', async ({ page, restaurant }) => {
  await signIn(page, await restaurant.hire('waiter'), '/tables')
  await seatGuest(restaurant, restaurant.table, 'Ana')
  const friend = await seatGuest(restaurant, restaurant.table, 'Theo')

  const task = doNext(page)
    .getByRole('listitem')
    .filter({ hasText: say('tables.task.guest', { name: 'Theo' }) })
  await task.getByRole('button', { name: say('tables.verb.letIn') }).click()
  await expect(task).toHaveCount(0)
  await expect.poll(friend.state).toBe('active')
})

test('a guest is sent away, and their phone loses the table', async ({ page, restaurant }) => {
  const ana = await seatGuest(restaurant, restaurant.table, 'Ana')
  await signIn(page, await restaurant.hire('waiter'), '/tables')
  const panel = await openTable(page, restaurant.table.label)
  await panel.getByRole('button', { name: say('tables.sendAway.start') }).click()
  await panel.getByRole('button', { name: say('tables.sendAway.ask', { name: 'Ana' }) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('tables.sendAway.verb') })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect.poll(ana.state).toBe('gone')
})

test('a waiter takes dishes out and can take that back', async ({ page, restaurant }) => {
  const [dish] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  const order = await guest.order([{ dish }])
  await signIn(page, await restaurant.hire('waiter'), '/orders')
  await restaurant.moveOrder(order.id, 'ready')

  await lane(page, 'pass')
    .getByRole('button', { name: say('staffBoard.verb.takenOut') })
    .click()
  await expect(lane(page, 'table')).toContainText(dish.name)
  await expect.poll(guest.orderStates).toEqual(['served'])
  await page.getByRole('button', { name: say('staffBoard.undo') }).click()
  await expect(lane(page, 'pass').getByRole('article')).toContainText(dish.name)
  await expect.poll(guest.orderStates).toEqual(['ready'])
})

test('a call from a table is taken and done', async ({ page, restaurant }) => {
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  await signIn(page, await restaurant.hire('waiter'), '/tables')
  await guest.api.serviceCalls.customer['service-calls'].$post({ json: { kind: 'bill' } })

  const tasks = doNext(page)
  await tasks.getByRole('button', { name: say('tables.verb.takeBill') }).click()
  await tasks.getByRole('button', { name: say('tables.verb.done') }).click()
  await expect(page.getByText(say('tables.nothingWaits'))).toBeVisible()
})

test('closing a session ends the access of its guests and frees the table', async ({
  page,
  openScreen,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 401/)
  const { label } = restaurant.table
  const diner = await openScreen(phone)
  await sitDown(diner, restaurant.table, 'Ana')
  await signIn(page, await restaurant.hire('waiter'), '/tables')
  const panel = await openTable(page, label)
  await panel.getByRole('button', { name: say('tables.close.ask') }).click()
  const question = page.getByRole('dialog', { name: say('tables.close.title', { label }) })
  await question.getByRole('button', { name: say('tables.close.verb') }).click()

  await expect(floorTable(page, label)).toContainText(say('tables.status.free'))
  await diner.goto(`${restaurant.table.path}/orders`)
  await expect(diner.getByText(say('orders.empty.none.title'))).toBeVisible()
})

test('when two colleagues decide at once, one wins and the other sees the result', async ({
  page,
  openScreen,
  faults,
  openRestaurant,
}) => {
  faults.allow(/status of 409/)
  const restaurant = await openRestaurant({ confirmOrders: 'always' })
  const [dish] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  await guest.order([{ dish }])
  const colleague = await openScreen()
  await signIn(page, await restaurant.hire('waiter'), '/orders')
  await signIn(colleague, await restaurant.hire('manager'), '/orders')
  const confirm = { name: say('staffBoard.verb.confirm') }
  await expect(colleague.getByRole('button', confirm)).toBeVisible()
  // The colleague's screen is behind: its news have not arrived yet.
  await colleague.route('**/api/branches/*/orders?*', (route) => route.abort())
  faults.allow(/ERR_FAILED/)
  await page.getByRole('button', confirm).click()
  await expect(page.getByRole('button', confirm)).toHaveCount(0)
  await colleague.getByRole('button', confirm).click()
  await expect(colleague.getByText(say('staffBoard.problem.overtaken'))).toBeVisible()
})

test('a waiter signs in and confirms an order by keyboard alone', async ({ page, openRestaurant }) => {
  const restaurant = await openRestaurant({ confirmOrders: 'always' })
  const [dish] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  await guest.order([{ dish }])
  const { email, password } = await restaurant.hire('waiter')
  const { keyboard } = page
  await page.goto('/sign-in?next=/tables')
  await page.getByLabel(say('auth.field.email')).focus()
  await keyboard.type(email)
  await keyboard.press('Tab')
  await keyboard.type(password)
  await keyboard.press('Enter')
  const confirm = doNext(page).getByRole('button', { name: say('tables.verb.confirm'), exact: true })
  await expect(confirm).toBeVisible()
  await tabTo(page, confirm)
  await keyboard.press('Enter')
  await expect.poll(guest.orderStates).toEqual(['confirmed'])
})

/** Presses Tab until the wanted element has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const isThere = () => wanted.evaluate((element) => element === document.activeElement)
  for (let step = 0; step < 60 && !(await isThere()); step += 1) await page.keyboard.press('Tab')
  await expect(wanted).toBeFocused()
}
