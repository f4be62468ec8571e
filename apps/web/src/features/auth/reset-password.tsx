'use client'

import { unwrap } from '@repo/api-client'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button.tsx'
import { openApi } from '@/lib/staff/staff-session.ts'
import { accountProblem } from './account-problem.ts'
import { AuthForm } from './auth-form.tsx'
import { AuthWords } from './auth-words.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { useLinkToken } from './use-link-token.ts'

/** Sets a new password with the token of the link. */
export function ResetPassword() {
  const t = useTranslations('auth')
  const locale = useLocale()
  const token = useLinkToken()
  const [end, setEnd] = useState<'done' | 'over'>()

  async function send(values: FormData): Promise<void> {
    const json = { token: token ?? '', password: String(values.get('password') ?? ''), locale }
    try {
      await unwrap(openApi.identity.auth['reset-password'].$post({ json }))
      setEnd('done')
    } catch (error) {
      if (accountProblem(error) !== 'linkInvalid') throw error
      setEnd('over')
    }
  }

  if (end === 'done')
    return (
      <div role="status" className="grid gap-6">
        <AuthWords title={t('resetPassword.doneTitle')}>{t('resetPassword.done')}</AuthWords>
        <Link href="/sign-in" className={buttonStyle({ size: 60, wide: true })}>
          {t('resetPassword.signIn')}
        </Link>
      </div>
    )
  if (token === null || end === 'over')
    return (
      <div role="status" className="grid gap-6">
        <AuthWords title={t('resetPassword.over')}>{t('resetPassword.overLead')}</AuthWords>
        <Link href="/forgot-password" className={buttonStyle({ size: 60, wide: true })}>
          {t('resetPassword.again')}
        </Link>
      </div>
    )
  return (
    <AuthForm send={send} submit={t('resetPassword.submit')}>
      <div className="mb-1.5">
        <AuthWords title={t('resetPassword.title')}>{t('resetPassword.lead')}</AuthWords>
      </div>
      <NewPasswordField label={t('field.newPassword')} />
    </AuthForm>
  )
}
