'use client'

import { unwrap } from '@repo/api-client'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { buttonStyle } from '@/components/ui/button.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { staffApi, staffSession, staffStore, startStaffSession } from '@/lib/staff/staff-session.ts'
import { AuthForm } from './auth-form.tsx'
import { AuthWords } from './auth-words.tsx'
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
      <div role="status" className="grid gap-6">
        <AuthWords title={t('doneTitle')}>{t('done')}</AuthWords>
        <Link href="/account" className={buttonStyle({ size: 60, wide: true })}>
          {t('account')}
        </Link>
      </div>
    )
  if (status === 'starting')
    return (
      <div role="status" className="grid gap-4">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-10 w-3/4" />
        <Skeleton className="h-5 w-full" />
        <Skeleton className="mt-6 h-15 w-full" />
      </div>
    )
  if (status === 'out' && token !== null) return <SignIn nextPath="/confirm-email" lead={t('signInLead')} />
  return (
    <>
      <AuthWords title={t('title')}>{t('lead')}</AuthWords>
      <AuthForm send={confirm} submit={t('submit')} problem={token === null ? 'linkInvalid' : undefined} />
    </>
  )
}
