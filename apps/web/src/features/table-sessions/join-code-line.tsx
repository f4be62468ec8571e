'use client'

import { unwrap } from '@repo/api-client'
import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button.tsx'
import { guestApi } from '@/stores/guest-session.ts'
import { tableStore } from '@/stores/table-store.ts'
import { TaskProblem } from './task-problem.tsx'
import { useTask } from './use-task.ts'

/** The code that lets friends in at once, on the host's screen only. */
export function JoinCodeLine() {
  const t = useTranslations('tableSession.code')
  const joinCode = useStore(tableStore, ({ table }) => table?.joinCode ?? null)
  const renewing = useTask()
  if (joinCode === null) return null
  const renew = () =>
    renewing.run(async () => {
      const fresh = await unwrap(guestApi.tableSessions.customer.session['join-code'].$post())
      tableStore.setState(({ table }) => ({ table: table && { ...table, ...fresh } }))
    })
  return (
    <div className="grid gap-3 rounded-md bg-sunken p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <span className="type-hint block text-muted-foreground">{t('label')}</span>
          <output className="type-section figures text-2xl tracking-[0.12em]">{joinCode}</output>
        </p>
        <Button variant="line" size={44} busy={renewing.isBusy} onClick={renew}>
          <RefreshCw size={18} strokeWidth={2.4} />
          {t('renew')}
        </Button>
      </div>
      <p className="type-hint text-muted-foreground">{t('hint')}</p>
      <TaskProblem problem={renewing.problem} />
    </div>
  )
}
