import { unwrap } from '@repo/api-client'
import { giveUpSeat, guestApi } from '@/stores/guest-session.ts'
import { tableStore } from '@/stores/table-store.ts'

/** Gives the seat up and forgets this browser. @throws ApiProblem */
export async function leaveTable(): Promise<void> {
  await unwrap(guestApi.tableSessions.customer.auth.logout.$post())
  tableStore.setState({ seat: 'none', ended: null })
  giveUpSeat()
}
