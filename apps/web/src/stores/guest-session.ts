import { ApiProblem, createCustomerApi, createSession } from '@repo/api-client'
import type { GuestAccess } from '@repo/schemas/contract'
import { customer, type TableRoute } from './customer-store.ts'
import { forgetSeat, rememberSeat } from './seat-hint.ts'

/**
 * The guest's token. After a reload the first authenticated call renews it from the cookie; a cookie that belongs to
 * another table is refused here, so no call can ever run under it.
 */
export const guestSession = createSession<GuestAccess>({
  name: 'guest',
  renewPath: '/api/customer/auth/refresh',
  onRenewed: (access) => {
    if (customer.adopt(access)) return
    guestSession.clear()
    throw new ApiProblem('NOT_FOUND')
  },
  onEnded: () => giveUpSeat(),
})

/** Calls of the guest who sits here. */
export const guestApi = createCustomerApi({ fetch: guestSession.fetch })

/** Calls that need no identity. */
export const publicApi = createCustomerApi()

/** Makes the page's table the one that everything is about; a token of another table is dropped. */
export function enterTable(route: TableRoute): void {
  const { token } = customer.store.getState()
  customer.enterTable(route)
  if (customer.store.getState().token !== token) guestSession.clear()
}

/** Takes the seat that a join just gave. */
export function takeSeat(access: GuestAccess): void {
  guestSession.adopt(access)
  customer.adopt(access)
  rememberSeat(access.context)
}

/** Forgets the seat, which has ended. */
export function giveUpSeat(): void {
  guestSession.clear()
  forgetSeat()
  customer.leaveSeat()
}
