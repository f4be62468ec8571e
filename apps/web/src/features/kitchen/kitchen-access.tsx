'use client'

import type { StaffApi } from '@repo/api-client'
import type { KitchenBoard } from '@repo/schemas/contract'
import { createContext, useContext } from 'react'

/** As whom the display works: a person who is signed in, or the paired device itself. */
export type KitchenAccess = {
  api: Pick<StaffApi, 'kitchen' | 'menu'>
  fetch: typeof fetch
  /** A paired display keeps what it saw last. */
  keep?: (board: KitchenBoard) => void
}

const AccessContext = createContext<KitchenAccess | null>(null)
export const KitchenAccessProvider = AccessContext

export function useKitchenAccess(): KitchenAccess {
  const access = useContext(AccessContext)
  if (!access) throw new Error('useKitchenAccess needs a KitchenAccessProvider around it')
  return access
}
