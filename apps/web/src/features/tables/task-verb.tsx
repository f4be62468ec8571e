'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { useLive } from '@/lib/live/live-branch.tsx'
import { confirmOrder } from '@/lib/live/staff-orders.ts'
import { useServe } from '@/lib/live/use-serve.ts'
import { VerbButton } from '@/lib/live/verb-button.tsx'
import type { Session, Task } from './table-tasks.ts'
import { moveCall, moveGuest } from './table-verbs.ts'

type TaskVerbProps = { task: Task; session: Session; tableLabel: string; onLook: () => void }

/** The first move towards what somebody waits for. */
export function TaskVerb({ task, session, tableLabel, onLook }: TaskVerbProps) {
  const t = useTranslations('tables.verb')
  const { id: branchId } = useLive().branch
  const serve = useServe()
  switch (task.kind) {
    case 'guest': {
      const key = { branchId, sessionId: session.id, guestId: task.guest.id }
      return (
        <VerbButton size={44} work={() => moveGuest(key, 'active')}>
          {t('letIn')}
        </VerbButton>
      )
    }
    case 'confirm':
      return (
        <VerbButton size={44} work={() => confirmOrder({ branchId, orderId: task.order.id })}>
          {t('confirm')}
        </VerbButton>
      )
    case 'call':
      return (
        <VerbButton size={44} work={() => moveCall({ branchId, callId: task.call.id }, 'taken')}>
          {t(task.call.kind === 'bill' ? 'takeBill' : 'going')}
        </VerbButton>
      )
    case 'taken':
      return (
        <VerbButton
          size={44}
          variant="line"
          work={() => moveCall({ branchId, callId: task.call.id }, 'done')}
        >
          {t('done')}
        </VerbButton>
      )
    case 'ready':
      return (
        <VerbButton size={44} variant="quiet" work={() => serve({ id: task.order.id, tableLabel })}>
          {t('takenOut')}
        </VerbButton>
      )
    case 'late':
      return (
        <Button size={44} variant="quiet" onClick={onLook}>
          {t('look')}
        </Button>
      )
  }
}
