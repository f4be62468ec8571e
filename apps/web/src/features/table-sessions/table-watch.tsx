'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { cart } from '@/stores/cart-store.ts'
import { customer } from '@/stores/customer-store.ts'
import { hadSeat } from '@/stores/seat-hint.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { tableStore } from '@/stores/table-store.ts'

/** Opens the table on this phone. Who has no seat needs nothing more, and fetches nothing more. */
export function TableWatch() {
  const { branchSlug, tableCode } = useTablePlace()
  const locale = useLocale()
  const isSeated = useStore(customer.store, ({ sessionId }) => sessionId !== null)
  const [mayBeSeated, setMayBeSeated] = useState(false)

  useEffect(() => {
    const route = { branchSlug, tableCode }
    customer.enterTable(route)
    cart.open(route)
    const mayHaveSeat = customer.store.getState().sessionId !== null || hadSeat(route)
    setMayBeSeated(mayHaveSeat)
    if (!mayHaveSeat) tableStore.setState({ seat: 'none', table: null, ended: null })
  }, [branchSlug, tableCode])

  const isWatched = isSeated || mayBeSeated
  useEffect(() => {
    if (!isWatched) return
    let stop = () => {}
    let stopped = false
    void import('./watch-table.ts').then(({ watchTable }) => {
      if (!stopped) stop = watchTable(locale)
    })
    return () => {
      stopped = true
      stop()
    }
  }, [isWatched, locale])

  return null
}
