import type { TableLookUp } from '@repo/schemas/contract'
import { cache } from 'react'
import { readApi } from '@/lib/read-api.ts'

/** The table behind an address; its code comes back as it is stored. Null for an unknown one. */
export const readTable = cache(async (branchSlug: string, tableCode: string): Promise<TableLookUp | null> => {
  const path = `/api/customer/${encodeURIComponent(branchSlug)}/${encodeURIComponent(tableCode)}` as const
  return (await readApi<TableLookUp>(path))?.body ?? null
})
