'use client'

import { unwrap } from '@repo/api-client'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { openApi } from '@/lib/staff/staff-session.ts'
import { AuthForm } from './auth-form.tsx'
import { AuthWords } from './auth-words.tsx'

/** Asks for a link; says the same whether the address has an account or not. */
export function ForgotPassword() {
  const t = useTranslations('auth')
  const locale = useLocale()
  const [isSent, setSent] = useState(false)

  async function send(values: FormData): Promise<void> {
    const json = { email: String(values.get('email') ?? ''), locale }
    await unwrap(openApi.identity.auth['forgot-password'].$post({ json }))
    setSent(true)
  }

  if (isSent)
    return (
      <div role="status" className="grid gap-6">
        <AuthWords title={t('forgotPassword.sentTitle')}>{t('forgotPassword.sent')}</AuthWords>
        <Link href="/sign-in" className={buttonStyle({ variant: 'line', size: 60, wide: true })}>
          {t('forgotPassword.back')}
        </Link>
      </div>
    )
  return (
    <AuthForm send={send} submit={t('forgotPassword.submit')}>
      <div className="mb-1.5">
        <AuthWords title={t('forgotPassword.title')}>{t('forgotPassword.lead')}</AuthWords>
      </div>
      <TextField name="email" type="email" required autoComplete="username" label={t('field.email')} />
    </AuthForm>
  )
}
