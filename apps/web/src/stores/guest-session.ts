import { ApiProblem, createCustomerApi, createSession } from '@repo/api-client'
import type { GuestAccess } from '@repo/schemas/contract'
import { customer } from './customer-store.ts'
import { forgetSeat, rememberSeat } from './seat-hint.ts'

/**
 * The guest's token. After a reload the first authenticated call renews it from the cookie; a cookie that belongs to
 * another table is refused here, so no call can ever run under it.
 */
export const guestSession = createSession<GuestAccess>({
  name: 'guest',
  renewPath: '/api/customer/auth/refresh',
  onRenewed: (access) => {
    if (!customer.adopt(access)) throw new ApiProblem('NOT_FOUND')
  },
  onEnded: () => giveUpSeat(),
})

// The token never outlives the store's: another table, or the end of the stay, takes it from both.
customer.store.subscribe((now, before) => {
  if (before.token !== null && now.token === null) guestSession.clear()
})

/** Calls of the guest who sits here. */
export const guestApi = createCustomerApi({ fetch: guestSession.fetch })

/** Calls that need no identity. */
export const publicApi = createCustomerApi()

/** Takes the seat that a join just gave. @throws ApiProblem when the page is at another table by now */
export function takeSeat(access: GuestAccess): void {
  rememberSeat(access.context)
  guestSession.adopt(access)
  if (customer.adopt(access)) return
  guestSession.clear()
  throw new ApiProblem('NOT_FOUND')
}

/** Forgets the seat, which has ended. */
export function giveUpSeat(): void {
  forgetSeat()
  customer.leaveSeat()
}
