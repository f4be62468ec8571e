'use client'

import { unwrap } from '@repo/api-client'
import { can } from '@repo/auth/policy'
import type { TableBoard } from '@repo/schemas/contract'
import { useLocale } from 'next-intl'
import { createContext, type ReactNode, useCallback, useContext } from 'react'
import { staffApi } from '../staff/staff-session.ts'
import { useLive } from './live-branch.tsx'
import { type Shown, useSnapshot } from './use-snapshot.ts'

const TableBoardContext = createContext<Shown<TableBoard>>({ data: null, problem: null })

/** The room as it is now, for the rail's counts and for the pages; stays empty for roles that do not work the floor. */
export function TableBoardProvider({ children }: { children: ReactNode }) {
  const { branch } = useLive()
  const locale = useLocale()
  const load = useCallback(
    () =>
      unwrap(
        staffApi.tables.branches[':branchId'].tables.$get({
          param: { branchId: branch.id },
          query: { locale },
        }),
      ),
    [branch.id, locale],
  )
  const board = useSnapshot<TableBoard>(can(branch.role, 'table:read') ? load : null)
  return <TableBoardContext value={board}>{children}</TableBoardContext>
}

export const useTableBoard = (): Shown<TableBoard> => useContext(TableBoardContext)
