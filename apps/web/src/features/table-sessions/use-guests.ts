import type { Guest } from '@repo/schemas/contract'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { tableStore } from '@/stores/table-store.ts'

const nobody: Guest[] = []

/** Who sits here now, who waits to, and which of them this phone is. */
export function useGuests() {
  const guests = useStore(tableStore, ({ table }) => table?.guests ?? nobody)
  const ownId = useStore(tableStore, ({ table }) => table?.context.guestId)
  const isHost = useStore(tableStore, ({ table }) => table?.context.isHost === true)
  return useMemo(() => {
    const seated = guests.filter(({ state }) => state === 'active')
    const waiting = guests.filter(({ state, id }) => state === 'pending' && id !== ownId)
    return { seated, waiting, ownId, isHost }
  }, [guests, ownId, isHost])
}
