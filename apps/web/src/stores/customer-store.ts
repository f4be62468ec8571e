import type { GuestAccess } from '@repo/schemas/contract'
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import { type CustomerFields, noCustomer, parseCustomer } from './parse-customer.ts'

export type TableRoute = { branchSlug: string; tableCode: string }

/** The seven fields of a guest. Six survive a reload in sessionStorage; the token lives in memory alone (D4). */
export type CustomerState = CustomerFields & { token: string | null }

export const customerStorageKey = 'restai.customer'

const emptyState: CustomerState = { ...noCustomer, token: null }

export function createCustomerStore(storage: () => StateStorage) {
  const store = createStore<CustomerState>()(
    persist(() => emptyState, {
      name: customerStorageKey,
      storage: createJSONStorage<CustomerFields>(storage),
      skipHydration: true,
      partialize: ({ token: _, ...fields }) => fields,
      merge: (stored, current) => ({ ...current, ...parseCustomer(stored) }),
    }),
  )

  return {
    store,

    /** Reads storage for a page at this table. The route wins: what was stored for another table is dropped. */
    async enterTable(route: TableRoute): Promise<void> {
      if (isAt(store.getState(), route)) return
      await store.persist.rehydrate()
      if (!isAt(store.getState(), route)) store.setState({ ...emptyState, ...route })
    },

    /** Takes a token and its seat. False, and nothing is kept, when they belong to another table than the page's. */
    adopt({ accessToken, context }: GuestAccess): boolean {
      if (!isAt(store.getState(), context)) return false
      const { sessionId, branchName, customerName } = context
      const sameSession = store.getState().sessionId === sessionId
      store.setState({
        ...{ sessionId, branchName, customerName, token: accessToken },
        ...(sameSession ? {} : { orderId: null }),
      })
      return true
    },

    /** The order that this phone sent last. */
    rememberOrder(orderId: string): void {
      store.setState({ orderId })
    },

    /** Ends the stay: everything but the table that the page is at is forgotten. */
    leaveSeat(): void {
      const { branchSlug, tableCode } = store.getState()
      store.setState({ ...emptyState, branchSlug, tableCode })
    },

    /** Forgets all seven fields, here and in storage. */
    clear(): void {
      store.setState(emptyState)
      store.persist.clearStorage()
    },
  }
}

function isAt(here: Pick<CustomerFields, 'branchSlug' | 'tableCode'>, route: TableRoute): boolean {
  return here.branchSlug === route.branchSlug && here.tableCode === route.tableCode
}

export const customer = createCustomerStore(() => sessionStorage)
