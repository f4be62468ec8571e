'use client'

import { unwrap } from '@repo/api-client'
import type { Guest } from '@repo/schemas/contract'
import { Check, Crown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { Person } from '@/components/ui/person.tsx'
import { guestApi } from '@/stores/guest-session.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { JoinCodeLine } from './join-code-line.tsx'
import { SceneTable } from './scene-table.tsx'
import { TableScene } from './table-scene.tsx'
import { TaskProblem } from './task-problem.tsx'
import { useGuests } from './use-guests.ts'
import { useTask } from './use-task.ts'

type ConsentScreenProps = { guest: Guest; onLater: () => void }

/** Asks the host about somebody who wants to join. */
export function ConsentScreen({ guest, onLater }: ConsentScreenProps) {
  const t = useTranslations('tableSession.consent')
  const place = useTablePlace()
  const { seated, ownId } = useGuests()
  const deciding = useTask()
  const decide = (to: 'active' | 'refused') =>
    deciding.run(() =>
      unwrap(
        guestApi.tableSessions.customer.session.guests[':guestId'].move.$post({
          param: { guestId: guest.id },
          json: { to },
        }),
      ),
    )
  const { name } = guest
  return (
    <TableScene
      open
      onClose={onLater}
      heading={t('heading', { label: place.tableLabel })}
      news={t('news')}
      picture={
        <SceneTable
          tableLabel={place.tableLabel}
          newcomer={Array.from(name)[0]?.toLocaleUpperCase() ?? ''}
          seated={seated.map((person) => ({
            ...person,
            tag:
              person.id === ownId ? (
                <>
                  <Crown size={15} strokeWidth={2.4} /> {t('youHost')}
                </>
              ) : (
                person.name
              ),
          }))}
        />
      }
      title={
        <span className="flex items-center gap-3.5">
          <Person name={name} colour={guest.colour} size={56} />
          <span className="min-w-0 break-words">{t('title', { name })}</span>
        </span>
      }
    >
      <p className="text-muted-foreground">{t('body', { name })}</p>
      <TaskProblem problem={deciding.problem} />
      <Button size={60} wide busy={deciding.isBusy} onClick={() => decide('active')}>
        <Check size={22} strokeWidth={2.4} />
        {t('letIn', { name })}
      </Button>
      <Button variant="line" wide onClick={() => decide('refused')}>
        {t('refuse')}
      </Button>
      <JoinCodeLine />
    </TableScene>
  )
}
