'use client'

import { unwrap } from '@repo/api-client'
import { MailCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Strip } from '@/components/ui/strip.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { openApi } from '@/lib/staff/staff-session.ts'
import { AuthForm } from './auth-form.tsx'

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
      <Strip tone="success" icon={<MailCheck size={22} />}>
        {t('forgotPassword.sent')}
      </Strip>
    )
  return (
    <AuthForm send={send} submit={t('forgotPassword.submit')}>
      <TextField name="email" type="email" required autoComplete="username" label={t('field.email')} />
    </AuthForm>
  )
}
