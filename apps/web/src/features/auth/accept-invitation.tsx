'use client'

import { ApiProblem, isUnanswered, unwrap } from '@repo/api-client'
import type { InvitationOffer } from '@repo/schemas/contract'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { buttonStyle } from '@/components/ui/button.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { openApi, signedIn } from '@/lib/staff/staff-session.ts'
import { useFetched } from '@/lib/use-fetched.ts'
import { AuthForm } from './auth-form.tsx'
import { AuthWords } from './auth-words.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { useLinkToken } from './use-link-token.ts'

const api = openApi.invitations.auth.invitations

/** Shows what the link invites to, and takes name and password. */
export function AcceptInvitation() {
  const t = useTranslations('auth.acceptInvitation')
  const token = useLinkToken()
  const load = useCallback(async () => ({ offer: token ? await readOffer(token) : null }), [token])
  const found = useFetched(load, token !== undefined)

  if (!found)
    return (
      <div role="status" className="grid gap-4">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-10 w-3/4" />
        <Skeleton className="h-5 w-full" />
        <Skeleton className="mt-6 h-13 w-full" />
        <Skeleton className="h-13 w-full" />
      </div>
    )
  const { offer } = found
  if (!offer || !token)
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

/** Null for an invitation that is over. @throws ApiProblem when nobody could say */
async function readOffer(token: string): Promise<InvitationOffer | null> {
  try {
    return await unwrap(api['look-up'].$post({ json: { token } }))
  } catch (error) {
    if (error instanceof ApiProblem && isUnanswered(error.code)) throw error
    return null
  }
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
