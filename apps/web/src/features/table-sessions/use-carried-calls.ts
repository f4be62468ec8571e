import { ApiProblem, unwrap } from '@repo/api-client'
import type { ServiceCall } from '@repo/schemas/contract'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { guestApi } from '@/stores/guest-session.ts'
import { tableStore } from '@/stores/table-store.ts'
import { callStore } from './call-store.ts'

/** Sends the calls that any page asks for. */
export function useCarriedCalls(): void {
  const kind = useStore(callStore, ({ underWay }) => underWay)
  useEffect(() => {
    if (kind) void carry(kind)
  }, [kind])
}

async function carry(kind: ServiceCall['kind']): Promise<void> {
  try {
    const made = await unwrap(guestApi.serviceCalls.customer['service-calls'].$post({ json: { kind } }))
    tableStore.setState(({ table }) => ({
      table: table && { ...table, calls: [...table.calls.filter(({ id }) => id !== made.id), made] },
    }))
    callStore.setState({ underWay: null })
  } catch (error) {
    const code = error instanceof ApiProblem ? error.code : 'INTERNAL'
    callStore.setState({ underWay: null, problem: { kind, code } })
  }
}
