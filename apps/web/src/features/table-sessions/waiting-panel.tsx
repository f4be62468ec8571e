'use client'

import { Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { closeOverlay } from '@/stores/overlay-store.ts'
import { leaveTable } from './leave-table.ts'
import { TaskProblem } from './task-problem.tsx'
import { useTask } from './use-task.ts'

/** Until the host or a waiter says yes: choosing goes on, and the code is the other way in. */
export function WaitingPanel({ onCode }: { onCode: () => void }) {
  const t = useTranslations('tableSession.waiting')
  const leaving = useTask()
  return (
    <>
      <Strip tone="info" icon={<Clock size={22} />} lead={t('lead')}>
        {t('body')}
      </Strip>
      <TaskProblem problem={leaving.problem} />
      <Button size={60} wide onClick={() => closeOverlay('join')}>
        {t('keepChoosing')}
      </Button>
      <div className="grid grid-cols-1 gap-2.5 xs:grid-cols-2">
        <Button variant="line" wide onClick={onCode}>
          {t('haveCode')}
        </Button>
        <Button variant="line" wide busy={leaving.isBusy} onClick={() => leaving.run(leaveTable)}>
          {t('leave')}
        </Button>
      </div>
    </>
  )
}
