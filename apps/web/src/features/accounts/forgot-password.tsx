'use client'

import { unwrap } from '@repo/api-client'
import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button, buttonStyle } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { openApi } from '@/lib/staff/staff-session.ts'
import { accountProblem } from './account-problem.ts'
import { AuthWords } from './auth-words.tsx'
import type { FormProblem } from './form-problem.ts'

/** Asks for a link; says the same whether the address has an account or not. */
export function ForgotPassword() {
  const t = useTranslations('auth')
  const locale = useLocale()
  const [state, setState] = useState<FormProblem | 'busy' | 'sent'>()

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email') ?? '')
    setState('busy')
    try {
      await unwrap(openApi.identity.auth['forgot-password'].$post({ json: { email, locale } }))
      setState('sent')
    } catch (error) {
      setState(accountProblem(error))
    }
  }

  if (state === 'sent')
    return (
      <div role="status" className="grid gap-6">
        <AuthWords title={t('forgotPassword.sentTitle')}>{t('forgotPassword.sent')}</AuthWords>
        <Link href="/sign-in" className={buttonStyle({ variant: 'line', size: 60, wide: true })}>
          {t('forgotPassword.back')}
        </Link>
      </div>
    )
  return (
    <form method="post" className="grid gap-4.5" onSubmit={(event) => void submit(event)}>
      <div className="mb-1.5">
        <AuthWords title={t('forgotPassword.title')}>{t('forgotPassword.lead')}</AuthWords>
      </div>
      <TextField name="email" type="email" required autoComplete="username" label={t('field.email')} />
      {state && state !== 'busy' && (
        <Strip tone="danger" urgent icon={<CircleAlert size={22} />}>
          {t(`problem.${state}`)}
        </Strip>
      )}
      <Button type="submit" size={60} wide busy={state === 'busy'}>
        {t('forgotPassword.submit')}
      </Button>
    </form>
  )
}
