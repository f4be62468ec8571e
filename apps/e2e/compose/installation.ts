import { createCustomerApi, createStaffApi, unwrap } from '@repo/api-client'
import type { StaffAccess } from '@repo/schemas/contract'
import { apiFetch } from '../support/api-fetch.ts'
import type { Table } from '../support/restaurant.ts'

/** What `pnpm secrets:init` printed. */
export const signupToken = process.env.E2E_SIGNUP_TOKEN ?? ''

/** The network address that clients of these tests claim, in vain. */
export const address = '203.0.113.7'

/** The API as somebody who has not signed in. */
export const visitor = createStaffApi({ fetch: apiFetch(address) })

/** The first branch of somebody who signed in: its menu and tables, and the API as that person. */
export async function openBranch({ accessToken, account }: StaffAccess) {
  const [branch] = account.branches
  if (!branch) throw new Error('a new owner has a branch')
  const staff = createStaffApi({ fetch: apiFetch(address, accessToken) })
  const param = { branchId: branch.id }
  const board = await unwrap(staff.tables.branches[':branchId'].tables.$get({ param, query: {} }))
  const [first] = board.tables
  if (!first?.code) throw new Error('a new branch has tables')
  const table: Table = { ...first, code: first.code, path: `/${branch.slug}/${first.code}` }
  const door = createCustomerApi({ fetch: apiFetch(address) })
  const menu = await unwrap(
    door.menu.customer[':branchSlug'].menu.$get({
      param: { branchSlug: branch.slug },
      query: { locale: 'en' },
    }),
  )
  const query = { scope: 'live' } as const
  return {
    ...{ address, menu, staff, table, cursor: board.cursor },
    branchId: branch.id,
    slug: branch.slug,
    liveOrders: async () =>
      (await unwrap(staff.orders.branches[':branchId'].orders.$get({ param, query }))).orders,
  }
}
