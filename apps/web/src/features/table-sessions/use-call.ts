import { unwrap } from '@repo/api-client'
import type { ServiceCall } from '@repo/schemas/contract'
import { useStore } from 'zustand'
import { guestApi } from '@/stores/guest-session.ts'
import { tableStore } from '@/stores/table-store.ts'
import { useTask } from './use-task.ts'

/** A call of one kind: the one under way, and how to make it. */
export function useCall(kind: ServiceCall['kind']) {
  const task = useTask()
  const current = useStore(tableStore, ({ table }) => table?.calls.find((call) => call.kind === kind))
  const call = () =>
    task.run(async () => {
      const made = await unwrap(guestApi.serviceCalls.customer['service-calls'].$post({ json: { kind } }))
      tableStore.setState(({ table }) => ({
        table: table && { ...table, calls: [...table.calls.filter(({ id }) => id !== made.id), made] },
      }))
    })
  return { ...task, current, call }
}
