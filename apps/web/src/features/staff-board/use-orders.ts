'use client'

import { unwrap } from '@repo/api-client'
import type { OrderBoard } from '@repo/schemas/contract'
import { useLocale } from 'next-intl'
import { useCallback } from 'react'
import { useLive } from '@/lib/live/live-branch.tsx'
import { type Shown, useSnapshot } from '@/lib/live/use-snapshot.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'

export type Scope = 'live' | 'served' | 'cancelled'

/** The branch's orders of one kind; finished ones of this shift only. */
export function useOrders(scope: Scope, wanted = true): Shown<OrderBoard> {
  const { branch } = useLive()
  const locale = useLocale()
  const load = useCallback(
    () =>
      unwrap(
        staffApi.orders.branches[':branchId'].orders.$get({
          param: { branchId: branch.id },
          query: { scope, locale },
        }),
      ),
    [branch.id, scope, locale],
  )
  return useSnapshot<OrderBoard>(wanted ? load : null)
}
