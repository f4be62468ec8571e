'use client'

import { unwrap } from '@repo/api-client'
import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { buttonStyle } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { staffApi, staffSession, staffStore, startStaffSession } from '@/lib/staff/staff-session.ts'
import { AuthForm } from './auth-form.tsx'
import { AuthHeading } from './auth-heading.tsx'
import { SignIn } from './sign-in.tsx'
import { useLinkToken } from './use-link-token.ts'

/** Moves the account to the address that the link was sent to; who is not signed in here signs in first. */
export function ConfirmEmail() {
  const t = useTranslations('auth.confirmEmail')
  const locale = useLocale()
  const token = useLinkToken()
  const { status } = useStore(staffStore)
  const [isDone, setDone] = useState(false)
  useEffect(() => void startStaffSession(), [])

  async function confirm(): Promise<void> {
    await unwrap(staffApi.identity.auth.email.confirm.$post({ json: { token: token ?? '', locale } }))
    setDone(true)
    // Screens show the address of the last renewal.
    await staffSession.renew().catch(() => {})
  }

  if (isDone)
    return (
      <>
        <Strip tone="success" icon={<CircleCheck size={22} />}>
          {t('done')}
        </Strip>
        <Link href="/account" className={buttonStyle({ size: 60, wide: true })}>
          {t('account')}
        </Link>
      </>
    )
  if (status === 'starting') return <p role="status">{t('loading')}</p>
  if (status === 'out' && token !== null)
    return (
      <>
        <AuthHeading title={t('title')} lead={t('signInLead')} />
        <SignIn nextPath="/confirm-email" />
      </>
    )
  return (
    <>
      <AuthHeading title={t('title')} lead={t('lead')} />
      <AuthForm send={confirm} submit={t('submit')} problem={token === null ? 'linkInvalid' : undefined} />
    </>
  )
}
