import { unwrap } from '@repo/api-client'
import type { CheckSession } from '@repo/schemas/contract'
import type { z } from 'zod'
import type { TableRoute } from '@/stores/customer-store.ts'
import { guestApi, publicApi, takeSeat } from '@/stores/guest-session.ts'
import { tableStore } from '@/stores/table-store.ts'

type Join = TableRoute & { name: string; joinCode: string }

const routes = publicApi.tableSessions.customer[':branchSlug'][':tableCode']

/** Opens the table's session or joins it; without a code the guest waits to be let in. @throws ApiProblem */
export async function joinTable({ branchSlug, tableCode, name, joinCode }: Join): Promise<void> {
  if (tableStore.getState().seat === 'pending')
    await unwrap(guestApi.tableSessions.customer.session.leave.$post())
  const json = { name, ...(joinCode !== '' && { joinCode }) }
  takeSeat(await unwrap(routes.sessions.$post({ param: { branchSlug, tableCode }, json })))
}

/** Whether somebody is at the table already. @throws ApiProblem */
export function checkTable(param: TableRoute): Promise<z.infer<typeof CheckSession>> {
  return unwrap(routes['check-session'].$get({ param }))
}
