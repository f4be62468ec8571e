import type { Features } from '@repo/api'
import { hc } from 'hono/client'

type Options = { fetch?: typeof fetch }

// One client per group of routes keeps inference fast; each is compiled from the API's own types.
const clientOf = <Group extends keyof Features>(options: Options) => hc<Features[Group]>('/api', options)

/** What a guest's phone calls. */
export const createCustomerApi = (options: Options = {}) => ({
  menu: clientOf<'menu'>(options),
  orders: clientOf<'orders'>(options),
  tableSessions: clientOf<'tableSessions'>(options),
  serviceCalls: clientOf<'serviceCalls'>(options),
  customers: clientOf<'customers'>(options),
})

/** What staff screens call. */
export const createStaffApi = (options: Options = {}) => ({
  accounts: clientOf<'accounts'>(options),
  branches: clientOf<'branches'>(options),
  devices: clientOf<'devices'>(options),
  identity: clientOf<'identity'>(options),
  invitations: clientOf<'invitations'>(options),
  kitchen: clientOf<'kitchen'>(options),
  media: clientOf<'media'>(options),
  menu: clientOf<'menu'>(options),
  orders: clientOf<'orders'>(options),
  organizations: clientOf<'organizations'>(options),
  serviceCalls: clientOf<'serviceCalls'>(options),
  staff: clientOf<'staff'>(options),
  tableSessions: clientOf<'tableSessions'>(options),
  tables: clientOf<'tables'>(options),
  webhooks: clientOf<'webhooks'>(options),
})

export type CustomerApi = ReturnType<typeof createCustomerApi>
export type StaffApi = ReturnType<typeof createStaffApi>
