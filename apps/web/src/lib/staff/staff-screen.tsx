'use client'

import { can, type Permission } from '@repo/auth/policy'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { SetPlate } from '@/components/plate/set-plate.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { type StaffBranch, useStaff } from './use-staff.ts'

type StaffScreenProps = { needs: Permission; children: (branch: StaffBranch) => ReactNode }

/** A dashboard page's body: waits for the identity, and says so when the role may not see it. */
export function StaffScreen({ needs, children }: StaffScreenProps) {
  const t = useTranslations('settings')
  const { branch } = useStaff()
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 10_000, networkMode: 'always' },
          mutations: { networkMode: 'always' },
        },
      }),
  )
  if (!branch)
    return (
      <p role="status" className="p-6 text-muted-foreground">
        {t('loading')}
      </p>
    )
  if (!can(branch.role, needs)) {
    return <EmptyState picture={<SetPlate />} title={t('notYours')} />
  }
  return (
    <QueryClientProvider key={branch.id} client={queries}>
      {children(branch)}
    </QueryClientProvider>
  )
}
