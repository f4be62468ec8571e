'use client'

import type { PublicBranch } from '@repo/schemas/contract'
import { createContext, type ReactNode, useContext } from 'react'

/** What a diner's page is about: the table in its address, and the terms on which its branch sells. */
export type TablePlace = {
  branchSlug: string
  tableCode: string
  tableLabel: string
  branch: Pick<PublicBranch, 'name' | 'logo' | 'currency' | 'taxMode' | 'serviceChargePpm' | 'timeZone'>
  /** Whether orders are taken now; `opensAt` in ISO 8601. */
  kitchen: { state: 'open' | 'paused' } | { state: 'closed'; opensAt: string | null }
}

const Context = createContext<TablePlace | null>(null)

export function TablePlaceProvider({ place, children }: { place: TablePlace; children: ReactNode }) {
  return <Context value={place}>{children}</Context>
}

export function useTablePlace(): TablePlace {
  const place = useContext(Context)
  if (!place) throw new Error('outside of a table')
  return place
}
