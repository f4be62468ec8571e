import type { Page, Route } from '@playwright/test'
import { phone, sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { seatGuest } from '../support/guest.ts'
import { openKitchen, stateOf, ticketOf } from '../support/kitchen.ts'
import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

const refuse = (route: Route, status: number, code: string, retryAfterSeconds = 1) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    json: { type: 'about:blank', title: code, status, code, requestId: '1', retryAfterSeconds },
  })

const onSale = (page: Page, dish: string) =>
  page.getByRole('switch', { name: say('settings.menu.onSaleOf', { dish }) })

test.describe('on a phone', () => {
  test.use(phone)

  test('a guest whom an overloaded server puts off keeps the seat', async ({ page, faults, restaurant }) => {
    faults.allow(/status of 503/)
    await sitDown(page, restaurant.table, 'Ana')
    let putOff = 0
    await page.route(
      '**/api/customer/session?*',
      (route) => {
        putOff += 1
        return refuse(route, 503, 'OVERLOADED')
      },
      { times: 2 },
    )
    await page.goto(`${restaurant.table.path}/orders`)
    await expect(page.getByText(say('orders.empty.active.title'))).toBeVisible({ timeout: 20_000 })
    expect(putOff).toBe(2)
  })
})

test('a tap of the cook outlasts a busy server, a limit and an expired sign-in', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/status of (401|429|503)/)
  const [dish] = plainDishes(restaurant.menu)
  const order = await (await seatGuest(restaurant, restaurant.table, 'Ana')).order([{ dish }])
  await openKitchen(page, await restaurant.hire('kitchen'))
  const sentAtMs: number[] = []
  const answers: ((route: Route) => Promise<void>)[] = [
    (route) => refuse(route, 503, 'OVERLOADED'),
    (route) => refuse(route, 401, 'TOKEN_EXPIRED'),
    (route) => refuse(route, 401, 'TOKEN_EXPIRED'),
    (route) => refuse(route, 429, 'RATE_LIMITED', 4),
  ]
  await page.route('**/kitchen/tickets/*/moves*', (route) => {
    const answer = answers[sentAtMs.length]
    sentAtMs.push(Date.now())
    return answer ? answer(route) : route.continue()
  })
  await ticketOf(page, order)
    .getByRole('button', { name: say('kitchen.allReady') })
    .click()
  await expect.poll(() => stateOf(restaurant, order), { timeout: 20_000 }).toEqual(['ready'])
  const [, , , limitedAtMs = 0, nextAtMs = 0] = sentAtMs
  expect(nextAtMs - limitedAtMs).toBeGreaterThanOrEqual(3_900)
  expect(sentAtMs).toHaveLength(5)
})

test('of two dishes marked at once, the one that was not saved says so and the other can be undone', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 503/)
  const [first, second] = plainDishes(restaurant.menu)
  const bothMarked = Promise.withResolvers<void>()
  await signIn(page, restaurant.owner, '/menu')
  await page.route(
    `**/dishes/${first.id}/availability`,
    async (route) => {
      await bothMarked.promise
      await refuse(route, 503, 'OVERLOADED')
    },
    { times: 1 },
  )
  await onSale(page, first.name).press('Space')
  await onSale(page, second.name).press('Space')
  await expect(onSale(page, second.name)).not.toBeChecked()
  bothMarked.resolve()
  await expect(page.getByText(say('settings.menu.notSaved'))).toBeVisible()
  await expect(page.getByText(say('settings.menu.nowOff', { dish: second.name }))).toBeVisible()
  await expect(onSale(page, first.name)).toBeChecked()
  await page.getByRole('button', { name: say('settings.menu.undo') }).click()
  await expect(onSale(page, second.name)).toBeChecked()
})

test('an invitation that a busy server could not look up is not called over', async ({ page, faults }) => {
  faults.allow(/status of (404|503)/)
  const asked: string[] = []
  const firstAnswered = Promise.withResolvers<void>()
  await page.route('**/api/auth/invitations/look-up', async (route) => {
    asked.push(route.request().method())
    if (asked.length > 1) return route.continue()
    await refuse(route, 503, 'OVERLOADED')
    firstAnswered.resolve()
  })
  const isOver = page.getByRole('heading', { name: say('auth.acceptInvitation.over') })
  await page.goto(`/accept-invitation#${'A'.repeat(43)}`)
  await firstAnswered.promise
  await expect(page.getByText(say('auth.acceptInvitation.loading'))).toBeAttached()
  await expect(isOver).toBeVisible()
  expect(asked).toHaveLength(2)
})
