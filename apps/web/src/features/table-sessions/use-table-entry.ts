import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { cart } from '@/stores/cart-store.ts'
import { customer } from '@/stores/customer-store.ts'
import { hadSeat } from '@/stores/seat-hint.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { tableStore } from '@/stores/table-store.ts'

/** Opens the page's table on this phone. Returns whether the guest has a seat here, or may have one from before. */
export function useTableEntry(): boolean {
  const { branchSlug, tableCode } = useTablePlace()
  const isSeated = useStore(customer.store, ({ sessionId }) => sessionId !== null)
  const [wasSeated, setWasSeated] = useState(false)

  useEffect(() => {
    const route = { branchSlug, tableCode }
    customer.enterTable(route)
    cart.open(route)
    const mayBeSeated = customer.store.getState().sessionId !== null || hadSeat(route)
    setWasSeated(mayBeSeated)
    if (!mayBeSeated) tableStore.setState({ seat: 'none', table: null, ended: null })
  }, [branchSlug, tableCode])

  return isSeated || wasSeated
}
