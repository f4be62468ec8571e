'use client'

import { unwrap } from '@repo/api-client'
import type { InvitationOffer } from '@repo/schemas/contract'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { TextField } from '@/components/ui/text-field.tsx'
import { openApi, signedIn } from '@/lib/staff/staff-session.ts'
import { AuthForm } from './auth-form.tsx'
import { AuthHeading } from './auth-heading.tsx'
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

  if (offer === undefined) return <p role="status">{t('loading')}</p>
  if (offer === null || !token) return <AuthHeading title={t('over')} lead={t('overLead')} />
  const { branchName: place, organizationName: organization, email, role } = offer
  return (
    <>
      <AuthHeading
        title={t('title', { place })}
        lead={t('lead', { organization, email, role: t(`roles.${role}`) })}
      />
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
      <NewPasswordField />
    </AuthForm>
  )
}
