import { randomBytes, randomUUID } from 'node:crypto'
import { createCustomerApi, createStaffApi, unwrap } from '@repo/api-client'
import type { LineState, Menu } from '@repo/schemas/contract'
import { apiFetch } from './api-fetch.ts'
import { baseUrl } from './base-url.ts'

export type Role = 'manager' | 'cashier' | 'waiter' | 'kitchen'
export type Login = { name: string; email: string; password: string }
export type Table = { id: string; label: string; code: string; path: string }
export type Restaurant = Awaited<ReturnType<typeof openRestaurant>>

export type RestaurantOptions = {
  confirmOrders?: 'never' | 'first' | 'always'
  sampleMenu?: boolean
  tableCount?: number
  /** Of a stack of the test's own. */
  origin?: string
}

/** A restaurant of a test's own, signed up through the API: its owner, menu and tables. */
export async function openRestaurant(address: string, options: RestaurantOptions = {}) {
  const { confirmOrders = 'never', sampleMenu = true, tableCount = 3, origin = baseUrl } = options
  const asClient = (token?: string) => apiFetch(address, token, origin)
  const name = `Brasa ${randomBytes(4).toString('hex')}`
  const owner = newLogin('Olga Brun')
  const access = await unwrap(
    createStaffApi({ fetch: asClient() }).accounts.auth.register.$post({
      json: {
        ...owner,
        organizationName: name,
        branchName: name,
        currency: 'USD',
        timeZone: 'America/New_York',
        locale: 'en',
        taxMode: 'exclusive',
        taxName: 'Sales tax',
        taxRatePpm: 80_000,
        accent: { hue: 158, chroma: 0.095 },
        tableCount,
        sampleMenu,
      },
    }),
  )
  const [branch] = access.account.branches
  if (!branch) throw new Error('a new owner has a branch')
  const staff = createStaffApi({ fetch: asClient(access.accessToken) })
  const param = { branchId: branch.id }
  await unwrap(staff.branches.branches[':branchId'].$patch({ param, json: { confirmOrders } }))
  const board = await unwrap(staff.tables.branches[':branchId'].tables.$get({ param, query: {} }))
  const tables: Table[] = board.tables.map(({ id, label, code }) => ({
    ...{ id, label, code: code ?? '', path: `/${branch.slug}/${code}` },
  }))
  const readMenu = (): Promise<Menu> =>
    unwrap(
      createCustomerApi({ fetch: asClient() }).menu.customer[':branchSlug'].menu.$get({
        param: { branchSlug: branch.slug },
        query: { locale: 'en' },
      }),
    )

  return {
    name,
    owner,
    /** `fetch` of a client of this restaurant. */
    asClient,
    branchId: branch.id,
    slug: branch.slug,
    /** The API as its owner. */
    staff,
    tables,
    table: tableAt(tables),
    menu: await readMenu(),
    readMenu,
    /** A login for a colleague. */
    async hire(role: Role, name = `Rosa ${role}`): Promise<Login> {
      const login = newLogin(name)
      await unwrap(staff.staff.branches[':branchId'].staff.$post({ param, json: { ...login, role } }))
      return login
    },
    async setPrice(dishId: string, priceMinor: number): Promise<void> {
      const menu = await unwrap(staff.menu.branches[':branchId'].menu.$get({ param }))
      const dish = menu.categories.flatMap(({ dishes }) => dishes).find(({ id }) => id === dishId)
      if (!dish) throw new Error('no such dish')
      const json = { version: dish.version, priceMinor }
      await unwrap(
        staff.menu.branches[':branchId'].menu.dishes[':dishId'].$patch({ param: { ...param, dishId }, json }),
      )
    },
    async setSoldOut(dishId: string, soldOut = true): Promise<void> {
      const json = { availability: soldOut ? 'sold_out' : 'available' } as const
      await unwrap(
        staff.menu.branches[':branchId'].menu.dishes[':dishId'].availability.$put({
          param: { ...param, dishId },
          json,
        }),
      )
    },
    /** Brings every line of an order to a state, as kitchen and waiters do. */
    async moveOrder(orderId: string, to: LineState): Promise<void> {
      const routes = staff.orders.branches[':branchId'].orders[':orderId']
      const at = { param: { ...param, orderId }, query: {} }
      const { lines } = await unwrap(routes.$get(at))
      const moves = lines.map(({ id, state }) => ({ lineId: id, from: state, to }))
      await unwrap(routes.moves.$post({ ...at, json: { moves } }))
    },
    /** The live orders, oldest first. */
    async orders() {
      const query = { scope: 'live' } as const
      const live = await unwrap(staff.orders.branches[':branchId'].orders.$get({ param, query }))
      return live.orders
    },
  }
}

function tableAt(tables: readonly Table[]): Table {
  const [table] = tables
  if (!table) throw new Error('a restaurant has a table')
  return table
}

const newLogin = (name: string): Login => ({
  name,
  email: `${randomUUID()}@example.com`,
  password: `Copper-${randomBytes(9).toString('hex')}-Lantern`,
})
