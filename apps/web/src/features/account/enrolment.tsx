'use client'

import { unwrap } from '@repo/api-client'
import type { TwoFactorEnrolment } from '@repo/schemas/contract'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { QrCode } from '@/components/qr-code.tsx'
import { Button } from '@/components/ui/button.tsx'
import { CopyButton } from '@/components/ui/copy-button.tsx'
import { DigitsField } from '@/components/ui/digits-field.tsx'
import { accountFault } from '@/lib/staff/account-fault.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'

type EnrolmentProps = {
  enrolment: TwoFactorEnrolment
  onConfirmed: (recoveryCodes: string[]) => void
  onCancel: () => void
}

/** Shows the secret to an authenticator app and takes its first code. */
export function Enrolment({ enrolment, onConfirmed, onCancel }: EnrolmentProps) {
  const t = useTranslations('account')
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => unwrap(staffApi.identity.auth['two-factor'].confirm.$post({ json: { code } })),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
    onError: () => setCode(''),
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    confirm.mutate()
  }

  return (
    <div className="grid grid-cols-1 gap-6 border-t pt-5 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="mx-auto w-52 self-start overflow-hidden rounded-md border sm:mx-0">
        <QrCode text={enrolment.uri} label={t('twoFactor.qr')} />
      </div>
      <form method="post" className="grid grid-cols-1 content-start gap-5" onSubmit={submit}>
        <p>{t('twoFactor.scan')}</p>
        <div className="flex flex-wrap items-center gap-3 rounded-md bg-sunken py-3 pr-3 pl-4">
          <p className="min-w-48 flex-1">
            <span className="type-hint block text-muted-foreground">{t('twoFactor.key')}</span>
            <code className="font-semibold break-words select-all">
              {enrolment.secret.match(/.{1,4}/g)?.join(' ')}
            </code>
          </p>
          <CopyButton text={enrolment.secret} size={44} />
        </div>
        <DigitsField
          label={t('twoFactor.code')}
          error={confirm.error && t(`problem.${accountFault(confirm.error)}`)}
          value={code}
          onValueChange={setCode}
        />
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" busy={confirm.isPending}>
            {t('twoFactor.confirm')}
          </Button>
          <Button variant="line" onClick={onCancel}>
            {t('twoFactor.cancel')}
          </Button>
        </div>
      </form>
    </div>
  )
}
