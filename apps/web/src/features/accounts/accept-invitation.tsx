'use client'

import { unwrap } from '@repo/api-client'
import type { InvitationOffer } from '@repo/schemas/contract'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { buttonStyle } from '@/components/ui/button.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { openApi, signedIn } from '@/lib/staff/staff-session.ts'
import { AuthForm } from './auth-form.tsx'
import { AuthWords } from './auth-words.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { useLinkToken } from './use-link-token.ts'

const api = openApi.invitations.auth.invitations

/** Shows what the link invites to, and takes name and password. */
export function AcceptInvitation() {
  const t = useTranslations('auth.acceptInvitation')
  const token = useLinkToken()
  const [offer, setOffer] = useState<InvitationOffer | null>()
  useEffect(() => {
    if (token === null) setOffer(null)
    if (!token) return
    unwrap(api['look-up'].$post({ json: { token } })).then(setOffer, () => setOffer(null))
  }, [token])

  if (offer === undefined)
    return (
      <div role="status" className="grid gap-4">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-10 w-3/4" />
        <Skeleton className="h-5 w-full" />
        <Skeleton className="mt-6 h-13 w-full" />
        <Skeleton className="h-13 w-full" />
      </div>
    )
  if (offer === null || !token)
    return (
      <>
        <AuthWords title={t('over')}>{t('overLead')}</AuthWords>
        <Link href="/sign-in" className={buttonStyle({ variant: 'line', size: 60, wide: true })}>
          {t('toSignIn')}
        </Link>
      </>
    )
  const { branchName: place, organizationName: organization, email, role } = offer
  return (
    <>
      <AuthWords title={t('title', { place })}>
        {t('lead', { organization, email, role: t(`roles.${role}`) })}
      </AuthWords>
      <JoinForm token={token} email={email} />
    </>
  )
}

function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('auth')
  const router = useRouter()

  async function send(values: FormData): Promise<void> {
    const value = (name: string) => String(values.get(name) ?? '')
    const json = { token, name: value('name'), password: value('password') }
    signedIn(await unwrap(api.accept.$post({ json })))
    router.replace('/tables')
  }

  return (
    <AuthForm send={send} submit={t('acceptInvitation.submit')}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField name="name" required maxLength={100} autoComplete="name" label={t('field.name')} />
      <NewPasswordField label={t('field.password')} />
    </AuthForm>
  )
}
