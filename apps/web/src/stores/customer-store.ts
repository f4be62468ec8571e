import type { GuestAccess } from '@repo/schemas/contract'
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import { type CustomerFields, noCustomer, parseCustomer } from './parse-customer.ts'
import { tabStorage } from './tab-storage.ts'

export type TableRoute = { branchSlug: string; tableCode: string }

/** The seven fields of a guest. Six survive a reload in sessionStorage; the token lives in memory alone. */
export type CustomerState = CustomerFields & { token: string | null }

export const customerStorageKey = 'restai.customer'

const nobody: CustomerState = { ...noCustomer, token: null }

/** `storage` must answer at once, as sessionStorage does. */
export function createCustomerStore(storage: StateStorage) {
  const store = createStore<CustomerState>()(
    persist(() => nobody, {
      name: customerStorageKey,
      storage: createJSONStorage<CustomerFields>(() => storage),
      skipHydration: true,
      partialize: ({ token: _, ...fields }) => fields,
      merge: (stored, current) => ({ ...current, ...parseCustomer(stored) }),
    }),
  )

  return {
    store,

    /** Reads storage for the page's table. The route wins: what was kept of another table is dropped. */
    enterTable(route: TableRoute): void {
      if (!isAt(store.getState(), route)) void store.persist.rehydrate()
      if (!isAt(store.getState(), route)) store.setState({ ...nobody, ...route })
    },

    /** Takes a token and its seat. False, and nothing is kept, when they belong to another table than the page's. */
    adopt({ accessToken, context }: GuestAccess): boolean {
      const before = store.getState()
      if (!isAt(before, context)) return false
      const { sessionId, branchName, customerName } = context
      const orderId = before.sessionId === sessionId ? before.orderId : null
      store.setState({ sessionId, branchName, customerName, orderId, token: accessToken })
      return true
    },

    /** The order that this phone sent last. */
    rememberOrder(orderId: string): void {
      store.setState({ orderId })
    },

    /** Ends the stay: forgets everything except the page's table. */
    leaveSeat(): void {
      const { branchSlug, tableCode } = store.getState()
      store.setState({ ...nobody, branchSlug, tableCode })
    },

    /** Forgets all seven fields, here and in storage. */
    clear(): void {
      store.setState(nobody)
      store.persist.clearStorage()
    },
  }
}

function isAt(here: Pick<CustomerFields, 'branchSlug' | 'tableCode'>, route: TableRoute): boolean {
  return here.branchSlug === route.branchSlug && here.tableCode === route.tableCode
}

export const customer = createCustomerStore(tabStorage)
