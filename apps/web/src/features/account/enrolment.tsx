'use client'

import { unwrap } from '@repo/api-client'
import type { TwoFactorEnrolment } from '@repo/schemas/contract'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { QrCode } from '@/components/qr-code.tsx'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { accountFault } from '@/lib/staff/account-fault.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'

type EnrolmentProps = { enrolment: TwoFactorEnrolment; onConfirmed: (recoveryCodes: string[]) => void }

/** Shows the secret to an authenticator app and takes its first code. */
export function Enrolment({ enrolment, onConfirmed }: EnrolmentProps) {
  const t = useTranslations('account')
  const confirm = useMutation({
    mutationFn: (code: string) =>
      unwrap(staffApi.identity.auth['two-factor'].confirm.$post({ json: { code } })),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code') ?? '')
    confirm.mutate(code.replaceAll(/\D/g, ''))
  }

  return (
    <div className="grid gap-5 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="max-w-52 overflow-hidden rounded-md">
        <QrCode text={enrolment.uri} label={t('twoFactor.qr')} />
      </div>
      <form method="post" className="grid content-start gap-4" onSubmit={submit}>
        <p>{t('twoFactor.scan')}</p>
        <p className="min-w-0">
          <span className="type-label block">{t('twoFactor.key')}</span>
          <code className="break-all select-all">{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <TextField
          name="code"
          required
          inputMode="numeric"
          maxLength={10}
          autoComplete="one-time-code"
          label={t('twoFactor.code')}
          error={confirm.error && t(`problem.${accountFault(confirm.error)}`)}
        />
        <Button type="submit" className="justify-self-start" busy={confirm.isPending}>
          {t('twoFactor.confirm')}
        </Button>
      </form>
    </div>
  )
}
