import type { Menu } from '@repo/schemas/contract'
import { cache } from 'react'
import { readApi } from '@/lib/read-api.ts'

/** The branch's published menu; layout and page of one request share one reading. Null for an unknown branch. */
export const readMenu = cache((branchSlug: string, locale: string) =>
  readApi<Menu>(`/api/customer/${encodeURIComponent(branchSlug)}/menu?locale=${locale}`),
)
