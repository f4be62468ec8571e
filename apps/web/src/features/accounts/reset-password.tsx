'use client'

import { unwrap } from '@repo/api-client'
import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { buttonStyle } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { openApi } from '@/lib/staff/staff-session.ts'
import { AuthForm } from './auth-form.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { useLinkToken } from './use-link-token.ts'

/** Sets a new password with the token of the link. */
export function ResetPassword() {
  const t = useTranslations('auth')
  const locale = useLocale()
  const token = useLinkToken()
  const [isDone, setDone] = useState(false)

  async function send(values: FormData): Promise<void> {
    const json = { token: token ?? '', password: String(values.get('password') ?? ''), locale }
    await unwrap(openApi.identity.auth['reset-password'].$post({ json }))
    setDone(true)
  }

  if (isDone)
    return (
      <>
        <Strip tone="success" icon={<CircleCheck size={22} />}>
          {t('resetPassword.done')}
        </Strip>
        <Link href="/sign-in" className={buttonStyle({ size: 60, wide: true })}>
          {t('resetPassword.signIn')}
        </Link>
      </>
    )
  return (
    <AuthForm
      send={send}
      submit={t('resetPassword.submit')}
      problem={token === null ? 'linkInvalid' : undefined}
    >
      <NewPasswordField label={t('field.newPassword')} />
    </AuthForm>
  )
}
