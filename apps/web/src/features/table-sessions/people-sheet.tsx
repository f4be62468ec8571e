'use client'

import { Crown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { Person } from '@/components/ui/person.tsx'
import { Sheet } from '@/components/ui/sheet.tsx'
import { closeOverlay } from '@/stores/overlay-store.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { JoinCodeLine } from './join-code-line.tsx'
import { leaveTable } from './leave-table.ts'
import { TaskProblem } from './task-problem.tsx'
import { useGuests } from './use-guests.ts'
import { useTask } from './use-task.ts'

/** Who is at the table, how friends get in, and the way out. */
export function PeopleSheet({ open }: { open: boolean }) {
  const t = useTranslations('tableSession.people')
  const common = useTranslations('common')
  const { tableLabel } = useTablePlace()
  const { seated, waiting, ownId, isHost } = useGuests()
  const leaving = useTask()
  const leave = () =>
    leaving.run(async () => {
      await leaveTable()
      closeOverlay('people')
    })
  return (
    <Sheet
      open={open}
      onClose={() => closeOverlay('people')}
      title={t('title', { label: tableLabel })}
      closeLabel={common('close')}
      footer={
        <Button variant="line" wide busy={leaving.isBusy} onClick={leave}>
          {t('leave')}
        </Button>
      }
    >
      <div className="grid gap-4 pb-4">
        <ul className="divide-y">
          {[...seated, ...waiting].map(({ id, name, colour, state, isHost: hosts }) => (
            <li key={id} className="flex min-h-15 items-center gap-3.5 py-2">
              <Person name={name} colour={colour} size={44} />
              <span className="min-w-0 flex-1 break-words">
                <span className="type-dish block">{id === ownId ? t('you', { name }) : name}</span>
                {state === 'pending' && <span className="type-hint text-muted-foreground">{t('asks')}</span>}
              </span>
              {hosts && (
                <span className="type-chip flex items-center gap-1.5 text-muted-foreground">
                  <Crown size={17} strokeWidth={2.4} aria-hidden />
                  {t('host')}
                </span>
              )}
            </li>
          ))}
        </ul>
        {isHost ? <JoinCodeLine /> : <p className="type-hint text-muted-foreground">{t('hostHasCode')}</p>}
        <p className="type-hint text-muted-foreground">{t('leaveHint')}</p>
        <TaskProblem problem={leaving.problem} />
      </div>
    </Sheet>
  )
}
