import type { Page, Route } from '@playwright/test'
import { priceOrder } from '@repo/schemas/rules'
import { addDish, openCart, orderDishes, phone, sendButton, sitDown, tellName } from '../support/diner.ts'
import { dishesOf, dishRow, dishRows, dishWithRequiredChoice, plainDishes } from '../support/dishes.ts'
import { formatAmount } from '../support/format-amount.ts'
import { seatGuest } from '../support/guest.ts'
import { say } from '../support/messages.ts'
import { expect, test } from '../support/test.ts'

test.use(phone)

const orderRoute = '**/api/customer/orders'

test('the menu reads without JavaScript: every category, dish, price and what is sold out', async ({
  openScreen,
  restaurant,
}) => {
  const [dish, gone] = plainDishes(restaurant.menu)
  await restaurant.setSoldOut(gone.id)
  const page = await openScreen({ ...phone, javaScriptEnabled: false })
  await page.goto(restaurant.table.path)
  await expect(page.getByRole('heading', { level: 1, name: restaurant.name })).toBeVisible()
  for (const category of restaurant.menu.categories) {
    await expect(page.getByRole('heading', { level: 2, name: category.name })).toBeVisible()
  }
  for (const each of dishesOf(restaurant.menu)) {
    await expect(dishRow(page, restaurant.menu, each)).toContainText(formatAmount(each.priceMinor))
  }
  await expect(dishRow(page, restaurant.menu, gone)).toContainText(say('menu.soldOut'))
  await page.getByRole('link', { name: dish.name }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: dish.name })).toBeVisible()
  await expect(page.getByText(dish.description)).toBeVisible()
})

test('a guest orders, follows every step live, and orders a second round', async ({ page, restaurant }) => {
  const [first, second] = plainDishes(restaurant.menu)
  await page.goto(restaurant.table.path)
  await addDish(page, first)
  await tellName(page, 'Ana')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const cart = await openCart(page)
  await expect(cart).toContainText(first.name)
  await sendButton(page).click()

  await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
  const [order] = await restaurant.orders()
  if (!order) throw new Error('the kitchen has the order')
  expect(order).toMatchObject({ guestName: 'Ana', tableLabel: restaurant.table.label })
  await restaurant.moveOrder(order.id, 'preparing')
  await expect(page.getByRole('heading', { name: say('orders.news.cooking') })).toBeVisible()
  await restaurant.moveOrder(order.id, 'ready')
  await expect(
    page.getByRole('heading', { name: say('orders.news.ready', { dish: first.name }) }),
  ).toBeVisible()
  await restaurant.moveOrder(order.id, 'served')
  await expect(page.getByRole('heading', { name: say('orders.news.served') })).toBeVisible()

  await page.getByRole('link', { name: say('orders.orderMore') }).click()
  await orderDishes(page, [second])
  await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
  await expect(page.getByRole('main')).toContainText(first.name)
  await expect(page.getByRole('main')).toContainText(second.name)
})

test('an order awaiting confirmation is explained in plain words', async ({ page, openRestaurant }) => {
  const restaurant = await openRestaurant({ confirmOrders: 'first' })
  const [dish] = plainDishes(restaurant.menu)
  await sitDown(page, restaurant.table, 'Ana')
  await orderDishes(page, [dish])
  await expect(page.getByRole('heading', { name: say('orders.news.pending') })).toBeVisible()
  const [order] = await restaurant.orders()
  const param = { branchId: restaurant.branchId, orderId: order?.id ?? '' }
  await restaurant.staff.orders.branches[':branchId'].orders[':orderId'].confirm.$post({ param, query: {} })
  await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
})

test('what was chosen survives a reload, before and after taking a seat', async ({ page, restaurant }) => {
  const [first, second] = plainDishes(restaurant.menu)
  await page.goto(restaurant.table.path)
  await addDish(page, first)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('common.close') })
    .click()
  await page.reload()
  await addDish(page, second)
  await tellName(page, 'Ana')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.reload()
  const cart = await openCart(page)
  await expect(cart).toContainText(first.name)
  await expect(cart).toContainText(second.name)
  await expect(sendButton(page)).toBeVisible()
})

test('a required choice is asked for, and the price follows it', async ({ page, restaurant }) => {
  const dish = dishWithRequiredChoice(restaurant.menu)
  const group = dish.modifierGroups[0]
  const option = group?.options.at(-1)
  if (!group || !option) throw new Error('the dish has a choice')
  await sitDown(page, restaurant.table, 'Ana')
  await page
    .getByRole('link', { name: say('cart.add.choose', { dish: dish.name }) })
    .first()
    .click()
  const add = page.getByRole('button', { name: say('menu.dish.addFor', { name: 'Ana' }) })
  await add.click()
  const question = page.getByRole('region', { name: group.name })
  await expect(question.getByRole('alert')).toHaveText(say('menu.group.missing', { min: group.min }))
  await expect(question).toBeFocused()

  await question.getByText(option.name, { exact: true }).click()
  await page.getByRole('button', { name: say('menu.dish.more'), exact: true }).click()
  const lineMinor = (dish.priceMinor + option.priceMinor) * 2
  await expect(add).toContainText(formatAmount(lineMinor))
  await add.click()
  const cart = await openCart(page)
  await expect(cart.getByRole('listitem').filter({ hasText: dish.name })).toContainText(option.name)
  await expect(cart.getByRole('listitem').filter({ hasText: dish.name })).toContainText(
    formatAmount(lineMinor),
  )
})

test('notes and an allergy reach the kitchen with the order', async ({ page, restaurant }) => {
  const [dish] = plainDishes(restaurant.menu)
  await sitDown(page, restaurant.table, 'Ana')
  await addDish(page, dish)
  await openCart(page)
  await page.getByRole('button', { name: say('cart.notes.allergyNote.add') }).click()
  await page.getByLabel(say('cart.notes.allergyNote.label')).fill('Theo, peanuts')
  await page.getByRole('button', { name: say('cart.notes.done') }).click()
  await page.getByRole('button', { name: say('cart.notes.note.add'), exact: true }).click()
  await page.getByLabel(say('cart.notes.note.label')).fill('All together, please')
  await page.getByRole('button', { name: say('cart.notes.done') }).click()
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/orders$/)
  expect(await restaurant.orders()).toMatchObject([
    { allergyNote: 'Theo, peanuts', note: 'All together, please' },
  ])
})

test('two quick taps on send make one order', async ({ page, restaurant }) => {
  const [dish] = plainDishes(restaurant.menu)
  await sitDown(page, restaurant.table, 'Ana')
  await addDish(page, dish)
  await openCart(page)
  await sendButton(page).dblclick()
  await expect(page).toHaveURL(/\/orders$/)
  await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
  expect(await restaurant.orders()).toHaveLength(1)
})

test('a lost answer is shown as not sent yet, and the retry under the same key makes one order', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/ERR_FAILED/)
  const [dish] = plainDishes(restaurant.menu)
  const keys: (string | undefined)[] = []
  let isBroken = true
  await page.route(orderRoute, async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    const reply = await route.fetch()
    await (isBroken ? route.abort() : route.fulfill({ response: reply }))
  })
  await sitDown(page, restaurant.table, 'Ana')
  await addDish(page, dish)
  await openCart(page)
  await sendButton(page).click()
  await expect(page.getByText(say('cart.sending.notSent'))).toBeVisible()
  await expect(page.getByText(say('cart.sending.safe', { count: 1 }))).toBeVisible()
  isBroken = false
  await expect(page).toHaveURL(/\/orders$/)
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
  expect(await restaurant.orders()).toHaveLength(1)
})

test('an order that met a dead connection survives a reload and goes out once', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/ERR_FAILED/)
  const [dish] = plainDishes(restaurant.menu)
  const keys = new Set<string | undefined>()
  await sitDown(page, restaurant.table, 'Ana')
  await addDish(page, dish)
  await openCart(page)
  page.on('request', (request) => {
    if (request.url().endsWith('/api/customer/orders')) keys.add(request.headers()['idempotency-key'])
  })
  await page.route(orderRoute, (route) => route.abort())
  await sendButton(page).click()
  await expect(page.getByText(say('cart.sending.notSent'))).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: say('cart.bar.waiting', { count: 1 }) })).toBeVisible()
  expect(await restaurant.orders()).toHaveLength(0)
  await page.unroute(orderRoute)
  await expect(page).toHaveURL(/\/orders$/)
  await expect(page.getByRole('main')).toContainText(dish.name)
  expect(await restaurant.orders()).toHaveLength(1)
  expect(keys.size).toBe(1)
})

test('a price that changed between looking and sending orders nothing and shows the new one', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 409/)
  const [dish] = plainDishes(restaurant.menu)
  const priceMinor = dish.priceMinor + 250
  await sitDown(page, restaurant.table, 'Ana')
  await addDish(page, dish)
  await openCart(page)
  const changePrice = async (route: Route) => {
    await restaurant.setPrice(dish.id, priceMinor)
    await route.continue()
  }
  await page.route(orderRoute, changePrice, { times: 1 })
  await sendButton(page).click()
  await expect(page.getByText(say('cart.sending.refused.PRICE_CHANGED.lead'))).toBeVisible()
  await expect(page.getByText(say('cart.changes.price', { dish: dish.name }))).toBeVisible()
  expect(await restaurant.orders()).toHaveLength(0)

  const { totalMinor } = priceOrder(
    [{ ...dish, unitMinor: priceMinor, quantity: 1, modifiers: [] }],
    restaurant.menu.branch,
  )
  await expect(page.getByRole('dialog')).toContainText(formatAmount(totalMinor))
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/orders$/)
  expect(await restaurant.orders()).toMatchObject([{ totalMinor }])
})

test('a dish that sells out while somebody chooses is taken off with a notice, and a similar one is offered', async ({
  page,
  restaurant,
}) => {
  const [kept, gone] = plainDishes(restaurant.menu)
  await sitDown(page, restaurant.table, 'Ana')
  await addDish(page, kept)
  await addDish(page, gone)
  await restaurant.setSoldOut(gone.id)
  await page.getByRole('button', { name: say('cart.bar.changed') }).click()
  const cart = page.getByRole('dialog')
  await expect(
    cart.getByRole('heading', { name: say('cart.changes.gone', { dish: gone.name }) }),
  ).toBeVisible()
  await expect(cart.getByText(say('cart.changes.goneNear'))).toBeVisible()
  await sendButton(page).click()
  await expect(page).toHaveURL(/\/orders$/)
  expect((await restaurant.orders())[0]?.lines.map(({ name }) => name)).toEqual([kept.name])
})

test('a friend waits until the host lets them in, then both see every order live', async ({
  page,
  openScreen,
  restaurant,
}) => {
  const [dish, other] = plainDishes(restaurant.menu)
  const friend = await openScreen(phone)
  await sitDown(page, restaurant.table, 'Ana')
  await friend.goto(restaurant.table.path)
  await addDish(friend, dish)
  await tellName(friend, 'Theo')
  await expect(friend.getByText(say('tableSession.waiting.lead'))).toBeVisible()
  await friend.getByRole('button', { name: say('tableSession.waiting.keepChoosing') }).click()
  await openCart(friend)
  await expect(friend.getByText(say('cart.footer.not.pending'))).toBeVisible()

  await page.getByRole('button', { name: say('tableSession.consent.letIn', { name: 'Theo' }) }).click()
  await expect(friend.getByText(say('cart.footer.not.pending'))).toHaveCount(0)
  await sendButton(friend).click()
  await expect(friend).toHaveURL(/\/orders$/)
  await page.getByRole('link', { name: say('cart.bar.table', { count: 1 }) }).click()
  await expect(page.getByRole('main')).toContainText(dish.name)
  await expect(page.getByRole('main')).toContainText('Theo')

  await page.getByRole('link', { name: say('orders.orderMore') }).click()
  await orderDishes(page, [other])
  await expect(friend.getByRole('main')).toContainText(other.name)
})

test('a friend who types the table’s code is in at once; a wrong code is refused', async ({
  page,
  openScreen,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 4\d\d/)
  await sitDown(page, restaurant.table, 'Ana')
  await page
    .getByRole('button', { name: say('tableSession.table', { label: restaurant.table.label }) })
    .click()
  const code = (await page.getByRole('dialog').getByRole('status').textContent()) ?? ''

  const friend = await openScreen(phone)
  await friend.goto(`${restaurant.table.path}/orders`)
  await friend.getByRole('button', { name: say('orders.empty.none.action') }).click()
  const codeField = friend.getByLabel(say('tableSession.join.code'))
  await codeField.fill(code.startsWith('A') ? 'BBBBBB' : 'AAAAAA')
  await tellName(friend, 'Theo')
  await expect(friend.getByText(say('tableSession.problem.JOIN_CODE_INVALID'))).toBeVisible()
  await codeField.fill(code)
  await friend.getByRole('button', { name: say('tableSession.join.join') }).click()
  await expect(friend.getByText(say('orders.empty.active.title'))).toBeVisible()
})

test('a guest of one table sees nothing of another', async ({ page, restaurant }) => {
  const [dish, other] = plainDishes(restaurant.menu)
  const next = restaurant.tables[1]
  if (!next) throw new Error('two tables are needed')
  const stranger = await seatGuest(restaurant, next, 'Eva')
  await sitDown(page, restaurant.table, 'Ana')
  await orderDishes(page, [dish])
  await stranger.order([{ dish: other }])
  await expect(page.getByRole('main')).toContainText(dish.name)
  await expect(page.getByRole('main')).not.toContainText(other.name)
})

test('what is undeclared never counts as free of an allergen', async ({ page, restaurant }) => {
  const dishes = dishesOf(restaurant.menu)
  const free = dishes.filter(({ allergens }) => allergens.nuts === 'free')
  const unknown = dishes.filter(({ allergens }) => allergens.nuts === undefined)
  expect(unknown.length).toBeGreaterThan(0)
  await page.goto(restaurant.table.path)
  await page.getByRole('button', { name: say('menu.filter.open', { count: 0 }) }).click()
  await page.getByLabel(say('menu.allergens.nuts'), { exact: true }).press('Space')
  await page.getByRole('button', { name: say('menu.filter.show', { count: free.length }) }).click()
  await expect(dishRows(page, restaurant.menu)).toHaveCount(free.length)
  for (const { name } of unknown) {
    await expect(page.getByRole('heading', { level: 3, name, exact: true })).toHaveCount(0)
  }
  await expect(page.getByText(say('menu.filter.unknown', { count: unknown.length }))).toBeVisible()
  await page.getByRole('button', { name: say('menu.filter.clear') }).click()
  await expect(dishRows(page, restaurant.menu)).toHaveCount(dishes.length)
})

test('search finds dishes by their words, and says when there is none', async ({ page, restaurant }) => {
  const [dish] = plainDishes(restaurant.menu)
  await page.goto(restaurant.table.path)
  const search = page.getByRole('searchbox', { name: say('menu.search.label') })
  await search.fill(dish.name.toLowerCase())
  await expect(dishRows(page, restaurant.menu)).toHaveCount(1)
  await expect(dishRows(page, restaurant.menu)).toContainText(dish.name)
  await search.fill('xylophone')
  await expect(page.getByText(say('menu.search.nothing'))).toBeVisible()
  await page.getByRole('button', { name: say('menu.search.showAll') }).click()
  await expect(dishRows(page, restaurant.menu)).toHaveCount(dishesOf(restaurant.menu).length)
})

test('the categories follow the scroll and lead to their dishes', async ({ page, restaurant }) => {
  const last = restaurant.menu.categories.at(-2)
  await page.goto(restaurant.table.path)
  const rail = page.getByRole('navigation', { name: say('menu.sections') })
  const link = rail.getByRole('link', { name: last?.name ?? '', exact: true })
  await page.getByRole('heading', { level: 2, name: last?.name ?? '' }).scrollIntoViewIfNeeded()
  await link.click()
  await expect(page.getByRole('heading', { level: 2, name: last?.name ?? '' })).toBeInViewport()
  await expect(link).toHaveAttribute('aria-current', 'location')
})

test('a whole order works by keyboard alone', async ({ page, restaurant }) => {
  const [dish] = plainDishes(restaurant.menu)
  await page.goto(restaurant.table.path)
  const { keyboard } = page
  await page.getByRole('button', { name: say('cart.add.one', { dish: dish.name }) }).focus()
  await keyboard.press('Enter')
  await expect(page.getByLabel(say('tableSession.join.name'))).toBeVisible()
  await page.getByLabel(say('tableSession.join.name')).focus()
  await keyboard.type('Ana')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: say('cart.bar.see') }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: say('cart.bar.see') })).toBeFocused()
  await keyboard.press('Enter')
  await sendButton(page).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: say('orders.news.received') })).toBeVisible()
})

test('a guest calls a waiter and sees that somebody comes', async ({ page, restaurant }) => {
  await sitDown(page, restaurant.table, 'Ana')
  await callFor(page, 'waiter')
})

test('a guest asks for the bill, and the floor hears it', async ({ page, restaurant }) => {
  await sitDown(page, restaurant.table, 'Ana')
  await callFor(page, 'bill')
  const at = { param: { branchId: restaurant.branchId }, query: {} }
  const reply = await restaurant.staff.tables.branches[':branchId'].tables.$get(at)
  expect(JSON.stringify(await reply.json())).toContain('"kind":"bill"')
})

test('an unknown table is explained in words', async ({ page, faults, restaurant }) => {
  faults.allow(/status of 404/)
  const reply = await page.goto(`/${restaurant.slug}/AAAAAAAAAAAA`)
  expect(reply?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: say('errors.notFound.title') })).toBeVisible()
})

test('the app can be installed: its manifest names icons that exist', async ({
  page,
  request,
  restaurant,
}) => {
  await page.goto(restaurant.table.path)
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await request.get(address ?? '')).json()
  expect(manifest).toMatchObject({ display: 'standalone', name: expect.any(String) })
  expect(manifest.icons.length).toBeGreaterThanOrEqual(2)
  for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200)
})

/** Calls from the table, and sees that the floor was told. */
async function callFor(page: Page, kind: 'waiter' | 'bill'): Promise<void> {
  const call = page.getByRole('button', { name: say('tableSession.call.open') })
  await call.first().click()
  const sheet = page.getByRole('dialog', { name: say('tableSession.call.title') })
  await sheet.getByRole('button', { name: say(`tableSession.call.${kind}.verb`) }).click()
  await expect(page.getByRole('button', { name: say('tableSession.call.openCalled') }).first()).toBeAttached()
}
