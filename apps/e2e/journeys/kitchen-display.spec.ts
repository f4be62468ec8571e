import { orderDishes, phone, sitDown } from '../support/diner.ts'
import { dishWithRequiredChoice, plainDishes } from '../support/dishes.ts'
import { seatGuest } from '../support/guest.ts'
import { lineOf, openKitchen, ticketOf, tickets } from '../support/kitchen.ts'
import { say } from '../support/messages.ts'
import type { Restaurant } from '../support/restaurant.ts'
import { expect, test } from '../support/test.ts'

const allReady = () => ({ name: say('kitchen.allReady') })

/** What the server knows about the lines of the oldest order. */
const lineStates = (restaurant: Restaurant) => async () => {
  const [order] = await restaurant.orders()
  return order?.lines.map(({ state }) => state) ?? []
}

test('tickets stand in arrival order, each with its table, number, dishes and age', async ({
  page,
  restaurant,
}) => {
  const [soup, bread] = plainDishes(restaurant.menu)
  const [one, other] = restaurant.tables
  if (!one || !other) throw new Error('two tables are needed')
  const ana = await seatGuest(restaurant, one, 'Ana')
  const theo = await seatGuest(restaurant, other, 'Theo')
  const first = await ana.order([{ dish: soup, quantity: 2 }])
  const second = await theo.order([{ dish: bread }])
  await openKitchen(page, await restaurant.hire('kitchen'))
  const third = await ana.order([{ dish: bread }])

  await expect(ticketOf(page, third)).toBeVisible()
  await expect(tickets(page)).toHaveCount(3)
  for (const [place, order] of [first, second, third].entries()) {
    const name = (await ticketOf(page, order).getAttribute('aria-label')) ?? ''
    await expect(tickets(page).nth(place)).toHaveAccessibleName(name)
  }
  await expect(lineOf(ticketOf(page, first), soup.name)).toContainText('2')
  await expect(ticketOf(page, first)).toContainText('Ana')
  await expect(ticketOf(page, first)).toContainText(say('kitchen.age.fresh'))
  await expect(ticketOf(page, first).locator('time')).toHaveText(/^\d+:\d\d$/)
})

test('a ticket changes colour and word when it gets late', async ({ page, restaurant }) => {
  const [dish] = plainDishes(restaurant.menu)
  const order = await (await seatGuest(restaurant, restaurant.table, 'Ana')).order([{ dish }])
  await page.clock.install()
  await openKitchen(page, await restaurant.hire('kitchen'))
  await expect(ticketOf(page, order)).toContainText(say('kitchen.age.fresh'))
  await page.clock.fastForward('12:00')
  await expect(ticketOf(page, order)).toContainText(say('kitchen.age.soon'))
  await page.clock.fastForward('05:00')
  await expect(ticketOf(page, order)).toContainText(say('kitchen.age.late'))
})

test('a line is bumped by a tap on its row, and undo takes it back', async ({ page, restaurant }) => {
  const [soup, bread] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  const order = await guest.order([{ dish: soup }, { dish: bread }])
  await openKitchen(page, await restaurant.hire('kitchen'))
  const line = lineOf(ticketOf(page, order), soup.name)

  await line.click()
  await expect(line).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(lineStates(restaurant)).toEqual(['ready', 'confirmed'])
  await page.getByRole('button', { name: say('kitchen.undo') }).click()
  await expect(line).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(lineStates(restaurant)).toEqual(['confirmed', 'confirmed'])
})

test('a ticket that is started is cooking on the guest’s phone', async ({ page, openScreen, restaurant }) => {
  const [dish] = plainDishes(restaurant.menu)
  const guest = await openScreen(phone)
  await sitDown(guest, restaurant.table, 'Ana')
  await orderDishes(guest, [dish])
  await openKitchen(page, await restaurant.hire('kitchen'))
  await tickets(page)
    .getByRole('button', { name: say('kitchen.start') })
    .click()
  await expect(guest.getByRole('heading', { name: say('orders.news.cooking') })).toBeVisible()
  await tickets(page)
    .getByRole('button', { name: say('kitchen.allReady') })
    .click()
  await expect(
    guest.getByRole('heading', { name: say('orders.news.ready', { dish: dish.name }) }),
  ).toBeVisible()
})

test('a whole ticket is bumped at once and leaves the display when it is called', async ({
  page,
  restaurant,
}) => {
  const [soup, bread] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  const order = await guest.order([{ dish: soup }, { dish: bread }])
  await openKitchen(page, await restaurant.hire('kitchen'))

  await ticketOf(page, order).getByRole('button', allReady()).click()
  await expect.poll(lineStates(restaurant)).toEqual(['ready', 'ready'])
  await ticketOf(page, order)
    .getByRole('button', { name: say('kitchen.callIt') })
    .click()
  await expect(page.getByText(say('kitchen.emptyTitle'))).toBeVisible()
})

test('a dish that is 86ed is sold out on an open menu at once, and comes back', async ({
  page,
  openScreen,
  restaurant,
}) => {
  const [dish] = plainDishes(restaurant.menu)
  const guest = await openScreen(phone)
  await sitDown(guest, restaurant.table, 'Ana')
  await openKitchen(page, await restaurant.hire('kitchen'))
  const row = guest.getByRole('article').filter({ hasText: dish.name })
  await expect(row).not.toContainText(say('menu.soldOut'))

  await page.getByRole('button', { name: say('kitchen.soldOut') }).click()
  const panel = page.getByRole('dialog', { name: say('kitchen.soldOut') })
  await panel.getByLabel(say('kitchen.findDish')).fill(dish.name)
  const onSale = panel.getByRole('switch', { name: say('kitchen.onSale', { dish: dish.name }) })
  await onSale.press('Space')
  await expect(onSale).not.toBeChecked()
  await expect(row).toContainText(say('menu.soldOut'))
  await onSale.press('Space')
  await expect(row).not.toContainText(say('menu.soldOut'))
})

test('allergies, notes and choices stand on the ticket', async ({ page, restaurant }) => {
  const dish = dishWithRequiredChoice(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  const allergyNote = 'Theo, peanuts: carries an injector'
  const order = await guest.order([{ dish, note: 'Well done' }], { allergyNote, note: 'We are in a hurry' })
  await openKitchen(page, await restaurant.hire('kitchen'))
  const ticket = ticketOf(page, order)

  await expect(ticket.getByRole('note')).toContainText(say('kitchen.allergy'))
  await expect(ticket.getByRole('note')).toContainText(allergyNote)
  await expect(lineOf(ticket, dish.name)).toContainText('Well done')
  await expect(lineOf(ticket, dish.name)).toContainText(dish.modifierGroups[0]?.options[0]?.name ?? '')
  await expect(ticket).toContainText('We are in a hurry')
})

test('a new ticket makes a sound, unless the sound is off', async ({ page, restaurant }) => {
  const [dish] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  await page.addInitScript(() => {
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (when) {
      document.documentElement.dataset.tones = String(Number(document.documentElement.dataset.tones ?? 0) + 1)
      return start.call(this, when)
    }
  })
  await openKitchen(page, await restaurant.hire('kitchen'))
  const sound = page.getByRole('button', { name: say('kitchen.sound') })
  await page.getByText(say('kitchen.emptyTitle')).click()
  await expect(sound).toHaveAttribute('aria-pressed', 'true')

  await expect(ticketOf(page, await guest.order([{ dish }]))).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-tones', '2')
  await sound.click()
  await expect(ticketOf(page, await guest.order([{ dish }]))).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-tones', '2')
})

test('the whole display works by keyboard alone', async ({ page, restaurant }) => {
  const [soup, bread] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  const first = await guest.order([{ dish: soup }, { dish: bread }])
  const second = await guest.order([{ dish: bread }])
  await openKitchen(page, await restaurant.hire('kitchen'))
  const keyboard = page.keyboard

  await keyboard.press('ArrowRight')
  await expect(ticketOf(page, first)).toBeFocused()
  await keyboard.press('2')
  await expect(ticketOf(page, second)).toBeFocused()
  await keyboard.press('ArrowLeft')
  await keyboard.press('Tab')
  await expect(lineOf(ticketOf(page, first), soup.name)).toBeFocused()
  await keyboard.press('Enter')
  await expect(lineOf(ticketOf(page, first), soup.name)).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('u')
  await expect(lineOf(ticketOf(page, first), soup.name)).toHaveAttribute('aria-pressed', 'false')
  await keyboard.press('a')
  await expect(ticketOf(page, first).getByRole('button', { name: say('kitchen.callIt') })).toBeVisible()
  await keyboard.press('a')
  await expect(ticketOf(page, first)).toHaveCount(0)
  await keyboard.press('s')
  await expect(page.getByRole('dialog', { name: say('kitchen.soldOut') })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('after a lost connection every ticket is there once, and taps made meanwhile arrive', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED/)
  const [dish] = plainDishes(restaurant.menu)
  const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
  const before = await guest.order([{ dish }])
  await page.clock.install()
  await openKitchen(page, await restaurant.hire('kitchen'))
  await expect(ticketOf(page, before)).toBeVisible()

  await page.context().setOffline(true)
  // A dead connection reports nothing: the display must notice the silence.
  await page.clock.fastForward('00:40')
  const age = page.getByRole('timer')
  await expect(age).toHaveText(/0:4\d/)
  await page.clock.fastForward('02:00')
  await expect(age).toHaveText(/2:4\d/)
  await expect(page.getByText(say('kitchen.offlineKept'))).toBeVisible()
  await ticketOf(page, before).getByRole('button', allReady()).click()
  await expect(page.getByText(say('kitchen.unsentTaps', { count: 1 }))).toBeVisible()
  const missed = await guest.order([{ dish }])

  await page.context().setOffline(false)
  await expect(ticketOf(page, missed)).toBeVisible()
  await expect(age).toHaveCount(0)
  await expect(tickets(page)).toHaveCount(2)
  await expect.poll(lineStates(restaurant)).toEqual(['ready'])
})
