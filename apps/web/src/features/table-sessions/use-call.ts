import type { ServiceCall } from '@repo/schemas/contract'
import { useStore } from 'zustand'
import { tableStore } from '@/stores/table-store.ts'
import { callFor, callStore } from './call-store.ts'

/** A call of one kind: the one that is heard, how the asking stands, and how to ask. */
export function useCall(kind: ServiceCall['kind']) {
  const { underWay, problem } = useStore(callStore)
  const current = useStore(tableStore, ({ table }) => table?.calls.find((call) => call.kind === kind))
  return {
    current,
    isBusy: underWay === kind,
    problem: problem?.kind === kind ? problem.code : null,
    call: () => callFor(kind),
  }
}
