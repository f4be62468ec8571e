'use client'

import { unwrap } from '@repo/api-client'
import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button, buttonStyle } from '@/components/ui/button.tsx'
import { PasswordField } from '@/components/ui/password-field.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { openApi } from '@/lib/staff/staff-session.ts'
import { accountProblem } from './account-problem.ts'
import { AuthWords } from './auth-words.tsx'
import type { FormProblem } from './form-problem.ts'
import { useLinkToken } from './use-link-token.ts'

/** Sets a new password with the token of the link. */
export function ResetPassword() {
  const t = useTranslations('auth')
  const locale = useLocale()
  const token = useLinkToken()
  const [state, setState] = useState<FormProblem | 'busy' | 'done'>()

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    setState('busy')
    try {
      const json = { token: token ?? '', password, locale }
      await unwrap(openApi.identity.auth['reset-password'].$post({ json }))
      setState('done')
    } catch (error) {
      setState(accountProblem(error))
    }
  }

  if (state === 'done')
    return (
      <div role="status" className="grid gap-6">
        <AuthWords title={t('resetPassword.doneTitle')}>{t('resetPassword.done')}</AuthWords>
        <Link href="/sign-in" className={buttonStyle({ size: 60, wide: true })}>
          {t('resetPassword.signIn')}
        </Link>
      </div>
    )
  if (token === null || state === 'linkInvalid')
    return (
      <div role="status" className="grid gap-6">
        <AuthWords title={t('resetPassword.over')}>{t('resetPassword.overLead')}</AuthWords>
        <Link href="/forgot-password" className={buttonStyle({ size: 60, wide: true })}>
          {t('resetPassword.again')}
        </Link>
      </div>
    )
  return (
    <form method="post" className="grid gap-4.5" onSubmit={(event) => void submit(event)}>
      <div className="mb-1.5">
        <AuthWords title={t('resetPassword.title')}>{t('resetPassword.lead')}</AuthWords>
      </div>
      <PasswordField
        name="password"
        required
        minLength={12}
        maxLength={128}
        autoComplete="new-password"
        label={t('field.newPassword')}
        hint={t('field.passwordHint', { min: 12 })}
      />
      {state && state !== 'busy' && (
        <Strip tone="danger" urgent icon={<CircleAlert size={22} />}>
          {t(`problem.${state}`)}
        </Strip>
      )}
      <Button type="submit" size={60} wide busy={state === 'busy'}>
        {t('resetPassword.submit')}
      </Button>
    </form>
  )
}
