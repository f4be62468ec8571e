import { followEvents, unwrap } from '@repo/api-client'
import type { RegisterInput } from '@repo/schemas/contract'
import { apiFetch } from '../support/api-fetch.ts'
import { orderDishes, phone, sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { seatGuest } from '../support/guest.ts'
import { openKitchen, ticketOf } from '../support/kitchen.ts'
import { say } from '../support/messages.ts'
import { expect, test } from '../support/test.ts'
import { address, openBranch, signupToken, visitor } from './installation.ts'

const owner = { name: 'Olga Brun', password: 'Copper-58-Lantern-walks' }
const restaurant: RegisterInput = {
  ...{ ...owner, email: 'olga@example.com' },
  ...{ organizationName: 'Casa Brasa', branchName: 'Casa Brasa', locale: 'en' },
  ...{ currency: 'PEN', timeZone: 'America/Lima', taxMode: 'inclusive', taxName: 'IGV', taxRatePpm: 180_000 },
  ...{ accent: { hue: 158, chroma: 0.095 }, tableCount: 3, sampleMenu: true },
}

test('nobody signs up without the token', async () => {
  const refused = unwrap(visitor.accounts.auth.register.$post({ json: restaurant }))
  await expect(refused).rejects.toMatchObject({ code: 'SIGNUP_CLOSED' })
})

const asClient = (token?: string) => apiFetch(address, token)

test('an order goes from a guest to the kitchen and back through the API, live', async () => {
  const access = await unwrap(visitor.accounts.auth.register.$post({ json: { ...restaurant, signupToken } }))
  const { branchId, cursor, menu, slug, staff, table } = await openBranch(access)
  const heard: string[] = []
  const events = followEvents({
    path: `/api/branches/${branchId}/events`,
    fetch: apiFetch(address, access.accessToken),
    cursor,
    onEvent: (kind) => heard.push(kind),
    onResync: () => Promise.reject(new Error('nothing was missed')),
  })
  // A stream buffered on its way would deliver this only with the next heartbeat, 15 s later.
  const hears = (kind: string) => expect.poll(() => heard, { timeout: 5_000 }).toContain(kind)

  const guest = await seatGuest({ asClient, menu, slug }, table, 'Ana')
  await hears('guest.joined')
  const order = await guest.order([{ dish: plainDishes(menu)[0] }])
  await hears('order.placed')
  const param = { branchId, orderId: order.id }
  const { branches: orders } = staff.orders
  await unwrap(orders[':branchId'].orders[':orderId'].confirm.$post({ param, query: {} }))
  await hears('order.confirmed')
  const moves = order.lines.map(({ id }) => ({ lineId: id, from: 'confirmed', to: 'ready' }) as const)
  const { branches: kitchens } = staff.kitchen
  await unwrap(
    kitchens[':branchId'].kitchen.tickets[':orderId'].moves.$post({ param, query: {}, json: { moves } }),
  )
  await hears('order.lines_moved')
  events.close()
})

test('a restaurant opens, a guest orders, the kitchen cooks, and the guest sees it, all in a browser', async ({
  page,
  openScreen,
}) => {
  const email = 'alma@example.com'
  await page.goto('/sign-up')
  await page.getByLabel(say('auth.field.branch')).fill('Casa Alma')
  await page.getByLabel(say('auth.field.organization')).fill('Casa Alma')
  await page.getByLabel(say('auth.field.currency')).selectOption('PEN')
  await page.getByLabel(say('auth.field.taxName')).fill('IGV')
  await page.getByLabel(say('auth.field.taxRate')).fill('18')
  for (const step of ['look', 'person'] as const) {
    await page
      .getByRole('button', { name: say('auth.signUp.next', { step: say(`auth.signUp.steps.${step}`) }) })
      .click()
  }
  await page.getByLabel(say('auth.field.name')).fill(owner.name)
  await page.getByLabel(say('auth.field.email')).fill(email)
  await page.getByLabel(say('auth.field.password'), { exact: true }).fill(owner.password)
  await page.getByLabel(say('auth.field.signupToken')).fill(signupToken)
  await page.getByRole('button', { name: say('auth.signUp.submit') }).click()
  await expect(page).toHaveURL('/tables')

  const login = { ...owner, email }
  const { menu, table, liveOrders } = await openBranch(
    await unwrap(visitor.accounts.auth.login.$post({ json: { email, password: owner.password } })),
  )
  const diner = await openScreen(phone)
  await sitDown(diner, table, 'Ana')
  await orderDishes(diner, [plainDishes(menu)[0]])
  await expect(diner.getByRole('heading', { name: say('orders.news.pending') })).toBeVisible()

  await page.goto('/orders')
  await page.getByRole('button', { name: say('staffBoard.verb.confirm') }).click()
  await expect(diner.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()

  const [order] = await liveOrders()
  if (!order) throw new Error('an order is under way')
  const kitchen = await openScreen()
  await openKitchen(kitchen, login)
  await ticketOf(kitchen, order)
    .getByRole('button', { name: say('kitchen.allReady') })
    .click()
  await expect(
    diner.getByRole('heading', { name: say('orders.news.ready', { dish: order.lines[0]?.name ?? '' }) }),
  ).toBeVisible()

  await page.getByRole('button', { name: say('staffBoard.verb.takenOut') }).click()
  await expect(diner.getByRole('heading', { name: say('orders.news.served') })).toBeVisible()

  await diner.reload()
  await expect(diner.getByRole('heading', { name: say('orders.news.served') })).toBeVisible()
})
