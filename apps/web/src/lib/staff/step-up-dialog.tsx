'use client'

import { ApiProblem, unwrap } from '@repo/api-client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { PasswordField } from '@/components/ui/password-field.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { type AccountFault, accountFault } from './account-fault.ts'
import { staffApi } from './staff-session.ts'
import { stepUpStore } from './step-up.ts'

/** Asks who is there before a sensitive change: the password, or a code where a second factor is on. */
export function StepUpDialog() {
  const { settle } = useStore(stepUpStore)
  return settle && <Question settle={settle} />
}

function Question({ settle }: { settle: (proved: boolean) => void }) {
  const t = useTranslations('account')
  const formId = useId()
  const [wants, setWants] = useState<'password' | 'code'>('password')
  const [fault, setFault] = useState<AccountFault>()
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    const proof = String(new FormData(form).get('proof') ?? '')
    setBusy(true)
    setFault(undefined)
    try {
      await unwrap(staffApi.identity.auth['step-up'].$post({ json: { [wants]: proof } }))
      settle(true)
    } catch (error) {
      form.reset()
      if (error instanceof ApiProblem && error.code === 'SECOND_FACTOR_REQUIRED') setWants('code')
      else setFault(accountFault(error))
    } finally {
      setBusy(false)
    }
  }

  const field = {
    name: 'proof',
    required: true,
    label: t(`stepUp.${wants}`),
    error: fault && t(`problem.${fault}`),
  }
  return (
    <Dialog
      open
      onClose={() => settle(false)}
      title={t('stepUp.title')}
      actions={
        <>
          <Button variant="line" size={44} onClick={() => settle(false)}>
            {t('stepUp.cancel')}
          </Button>
          <Button type="submit" size={44} form={formId} busy={busy}>
            {t('stepUp.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="grid gap-4">
        <p className="text-muted-foreground">{t('stepUp.lead')}</p>
        {wants === 'password' ? (
          <PasswordField {...field} autoComplete="current-password" />
        ) : (
          <TextField {...field} key={wants} autoComplete="one-time-code" autoFocus />
        )}
      </form>
    </Dialog>
  )
}
