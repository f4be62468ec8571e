'use client'

import { unwrap } from '@repo/api-client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel.tsx'
import { Switch } from '@/components/ui/switch.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'

/** The owner's rule that owners have a second factor. */
export function RequireTwoFactor({ branch }: { branch: StaffBranch }) {
  const t = useTranslations('settings.team')
  const queries = useQueryClient()
  const queryKey = ['organization', branch.id]
  const route = staffApi.organizations.branches[':branchId'].organization
  const param = { branchId: branch.id }
  const rules = useQuery({ queryKey, queryFn: () => unwrap(route.$get({ param })) })
  const update = useMutation({
    mutationFn: (requireTwoFactor: boolean) => unwrap(route.$patch({ param, json: { requireTwoFactor } })),
    onSuccess: (changed) => queries.setQueryData(queryKey, changed),
    onError: () => toast({ message: t('notChanged'), tone: 'failed' }),
  })
  if (!rules.data) return null
  const { requireTwoFactor } = rules.data
  return (
    <Panel
      title={t('twoFactor')}
      aside={
        <Switch
          label={t('twoFactor')}
          state={t(requireTwoFactor ? 'twoFactorOn' : 'twoFactorOff')}
          checked={requireTwoFactor}
          onChange={(event) => update.mutate(event.target.checked)}
        />
      }
    >
      <p className="text-muted-foreground">{t('twoFactorHint')}</p>
    </Panel>
  )
}
