'use client'

import { unwrap } from '@repo/api-client'
import type { TwoFactorEnrolment } from '@repo/schemas/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ShieldCheck, ShieldOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Chip } from '@/components/ui/chip.tsx'
import { Panel } from '@/components/ui/panel.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { accountFault } from '@/lib/staff/account-fault.ts'
import { staffApi, staffStore } from '@/lib/staff/staff-session.ts'
import { Enrolment } from './enrolment.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

const route = staffApi.identity.auth['two-factor']
const queryKey = ['two-factor']

/** Turns the second factor on, in three steps, and off. */
export function TwoFactor() {
  const t = useTranslations('account')
  const queries = useQueryClient()
  const [enrolment, setEnrolment] = useState<TwoFactorEnrolment>()
  const [codes, setCodes] = useState<string[]>()
  const state = useQuery({ queryKey, queryFn: () => unwrap(route.$get()) })
  const onError = (error: unknown) => toast({ message: t(`problem.${accountFault(error)}`), tone: 'failed' })
  const refresh = () => queries.invalidateQueries({ queryKey })
  const start = useMutation({
    mutationFn: () => unwrap(route.enrol.$post()),
    onSuccess: setEnrolment,
    onError,
  })
  const disable = useMutation({
    mutationFn: () => unwrap(route.disable.$post()),
    onSuccess: () => toast({ message: t('twoFactor.disabled') }),
    onError,
    onSettled: refresh,
  })
  const confirmed = (recoveryCodes: string[]) => {
    setEnrolment(undefined)
    setCodes(recoveryCodes)
    staffStore.setState({ mustEnrol: false })
    void refresh()
  }

  const isOn = state.data?.enabled === true
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />
  return (
    <Panel
      title={t('twoFactor.title')}
      aside={
        state.data && (
          <Chip
            tone={isOn ? 'success' : 'neutral'}
            icon={
              isOn ? <ShieldCheck size={16} strokeWidth={2.4} /> : <ShieldOff size={16} strokeWidth={2.4} />
            }
          >
            {t(isOn ? 'twoFactor.stateOn' : 'twoFactor.stateOff')}
          </Chip>
        )
      }
    >
      {state.isPending && <Skeleton className="h-5 w-3/5" />}
      {state.isError && <p role="alert">{t('twoFactor.notLoaded')}</p>}
      {state.data && (
        <p className="max-w-[60ch] text-muted-foreground">
          {isOn ? t('twoFactor.on', { count: state.data.recoveryCodesLeft }) : t('twoFactor.off')}
        </p>
      )}
      {enrolment && (
        <Enrolment enrolment={enrolment} onConfirmed={confirmed} onCancel={() => setEnrolment(undefined)} />
      )}
      {isOn && (
        <Button
          variant="line"
          className="justify-self-start"
          busy={disable.isPending}
          onClick={() => disable.mutate()}
        >
          {t('twoFactor.disable')}
        </Button>
      )}
      {state.data && !isOn && !enrolment && (
        <Button className="justify-self-start" busy={start.isPending} onClick={() => start.mutate()}>
          {t('twoFactor.start')}
        </Button>
      )}
    </Panel>
  )
}
