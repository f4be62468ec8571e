import { randomUUID } from 'node:crypto'
import { createCustomerApi, unwrap } from '@repo/api-client'
import type { MenuDish } from '@repo/schemas/contract'
import { priceOrder } from '@repo/schemas/rules'
import type { Restaurant, Table } from './restaurant.ts'

export type OrderWish = { dish: MenuDish; quantity?: number; note?: string }
export type OrderNotes = { note?: string; allergyNote?: string }
export type Guest = Awaited<ReturnType<typeof seatGuest>>

/** A guest without a screen: sits down and orders through the API. */
export async function seatGuest(
  restaurant: Pick<Restaurant, 'asClient' | 'menu' | 'slug'>,
  table: Table,
  name: string,
) {
  const { asClient, menu, slug } = restaurant
  const door = createCustomerApi({ fetch: asClient() })
  const param = { branchSlug: slug, tableCode: table.code }
  const access = await unwrap(
    door.tableSessions.customer[':branchSlug'][':tableCode'].sessions.$post({ param, json: { name } }),
  )
  const api = createCustomerApi({ fetch: asClient(access.accessToken) })
  return {
    ...access.context,
    api,
    /** The state of this guest; `gone` when the token no longer opens anything. */
    async state() {
      const reply = await api.tableSessions.customer.session.$get({ query: {} })
      return reply.ok ? (await unwrap(Promise.resolve(reply))).context.guestState : 'gone'
    },
    /** How far the table's orders are, oldest first. */
    async orderStates() {
      const table = await unwrap(api.tableSessions.customer.session.$get({ query: {} }))
      return table.orders.map(({ state }) => state)
    },
    order(wishes: readonly OrderWish[], notes: OrderNotes = {}) {
      const lines = wishes.map(({ dish, quantity = 1, note }) => ({
        ...{ dishId: dish.id, quantity, modifiers: leastChoice(dish), ...(note && { note }) },
      }))
      const price = priceOrder(
        wishes.map(({ dish, quantity = 1 }) => ({
          ...{ quantity, unitMinor: dish.priceMinor, taxName: dish.taxName, taxRatePpm: dish.taxRatePpm },
          modifiers: leastChoice(dish).map(({ optionId }) => ({
            ...{ optionId, quantity: 1, unitMinor: priceOf(dish, optionId) },
          })),
        })),
        menu.branch,
      )
      const json = { lines, ...notes, expectedTotalMinor: price.totalMinor }
      const headers = { 'idempotency-key': randomUUID() }
      return unwrap(api.orders.customer.orders.$post({ json }, { headers }))
    },
  }
}

/** The first options that make a dish complete. */
const leastChoice = (dish: MenuDish) =>
  dish.modifierGroups.flatMap(({ min, options }) =>
    options.slice(0, min).map(({ id }) => ({ optionId: id, quantity: 1 })),
  )

const priceOf = ({ modifierGroups }: MenuDish, optionId: string): number =>
  modifierGroups.flatMap(({ options }) => options).find(({ id }) => id === optionId)?.priceMinor ?? 0
