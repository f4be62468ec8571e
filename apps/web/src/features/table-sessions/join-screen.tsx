'use client'

import { joinCodeLength } from '@repo/schemas/rules'
import { ArrowRight, DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { customer } from '@/stores/customer-store.ts'
import { closeOverlay, showNext } from '@/stores/overlay-store.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { tableStore } from '@/stores/table-store.ts'
import { JoinCodeField } from './join-code-field.tsx'
import { checkTable, joinTable } from './join-table.ts'
import { SceneTable } from './scene-table.tsx'
import { TableScene } from './table-scene.tsx'
import { TaskProblem } from './task-problem.tsx'
import { useTask } from './use-task.ts'
import { WaitingPanel } from './waiting-panel.tsx'

const longestName = 40

/** Asks for a name, and for the table's code when somebody sits there already; then waits to be let in. */
export function JoinScreen({ open }: { open: boolean }) {
  const t = useTranslations('tableSession.join')
  const place = useTablePlace()
  const { seat, ended } = useStore(tableStore)
  const ownName = useStore(customer.store, ({ customerName }) => customerName)
  const [hasSession, setHasSession] = useState(false)
  const [wantsCode, setWantsCode] = useState(false)
  const isWaiting = seat === 'pending' && !wantsCode

  useEffect(() => {
    if (!open || seat !== 'none') return
    void checkTable(place).then(
      (check) => setHasSession(check.hasSession),
      () => {},
    )
  }, [open, seat, place])

  useEffect(() => {
    if (open && seat === 'active') showNext()
  }, [open, seat])

  return (
    <TableScene
      open={open}
      onClose={() => closeOverlay('join')}
      heading={place.branch.name}
      picture={
        <SceneTable
          tableLabel={place.tableLabel}
          seated={[]}
          strangers={hasSession || seat === 'pending' ? 2 : 0}
          {...(isWaiting && ownName && { newcomer: Array.from(ownName)[0] ?? '' })}
        />
      }
      title={isWaiting ? t('waitingTitle') : t('title', { label: place.tableLabel })}
    >
      {isWaiting ? (
        <WaitingPanel onCode={() => setWantsCode(true)} />
      ) : (
        <>
          {ended && (
            <Strip tone="warning" icon={<DoorOpen size={22} />} lead={t(`${ended}Lead`)}>
              {t(ended)}
            </Strip>
          )}
          <JoinForm
            asksCode={hasSession || seat === 'pending'}
            needsCode={seat === 'pending'}
            initialName={ownName ?? ''}
            onTaken={() => setHasSession(true)}
          />
        </>
      )}
    </TableScene>
  )
}

type JoinFormProps = { asksCode: boolean; needsCode: boolean; initialName: string; onTaken: () => void }

function JoinForm({ asksCode, needsCode, initialName, onTaken }: JoinFormProps) {
  const t = useTranslations('tableSession.join')
  const place = useTablePlace()
  const task = useTask()
  const [name, setName] = useState(initialName)
  const [joinCode, setJoinCode] = useState('')
  const [problem, setProblem] = useState<'name' | 'code' | null>(null)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isCodeMissing = needsCode && joinCode === ''
    const isCodePartial = joinCode !== '' && joinCode.length < joinCodeLength
    if (name.trim() === '') return setProblem('name')
    if (isCodeMissing || isCodePartial) return setProblem('code')
    setProblem(null)
    void task.run(async () => {
      await joinTable({ ...place, name: name.trim(), joinCode })
      onTaken()
    })
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <p className="text-muted-foreground">{t(asksCode ? 'introTaken' : 'introFree')}</p>
      {asksCode && (
        <JoinCodeField
          value={joinCode}
          onValueChange={setJoinCode}
          error={problem === 'code' ? t('codeShort') : null}
        />
      )}
      <TextField
        label={t('name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        maxLength={longestName}
        autoComplete="given-name"
        required
        error={problem === 'name' && t('nameMissing')}
      />
      <TaskProblem problem={task.problem} />
      <Button type="submit" size={60} wide busy={task.isBusy}>
        {t(!asksCode ? 'start' : joinCode === '' && !needsCode ? 'ask' : 'join')}
        <ArrowRight size={20} aria-hidden />
      </Button>
      <p className="type-hint text-center text-muted-foreground">{t('noAccount')}</p>
    </form>
  )
}
