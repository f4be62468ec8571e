import { startStack } from '@repo/stack'
import { plainDishes } from '../support/dishes.ts'
import { seatGuest } from '../support/guest.ts'
import { openKitchen, ticketOf, tickets } from '../support/kitchen.ts'
import { openRestaurant } from '../support/restaurant.ts'
import { expect, test } from '../support/test.ts'

test('a kitchen display that nobody touches shows every ticket once after a restart of the API', async ({
  openScreen,
  address,
  faults,
}) => {
  faults.allow(/50[234]|ERR_/)
  const stack = await startStack({ web: true, seed: false })
  try {
    const restaurant = await openRestaurant(address, { origin: stack.webUrl })
    const [dish] = plainDishes(restaurant.menu)
    const guest = await seatGuest(restaurant, restaurant.table, 'Ana')
    const before = await guest.order([{ dish }])
    const display = await openScreen({ baseURL: stack.webUrl })
    await openKitchen(display, await restaurant.hire('kitchen'))
    await expect(ticketOf(display, before)).toBeVisible()

    await stack.restartApi()
    const after = await guest.order([{ dish }])

    await expect(ticketOf(display, after)).toBeVisible({ timeout: 20_000 })
    await expect(ticketOf(display, before)).toHaveCount(1)
    await expect(tickets(display)).toHaveCount(2)
  } finally {
    await stack.stop()
  }
})
