'use client'

import { unwrap } from '@repo/api-client'
import type { InvitationOffer } from '@repo/schemas/contract'
import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { Button, buttonStyle } from '@/components/ui/button.tsx'
import { PasswordField } from '@/components/ui/password-field.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { openApi, signedIn } from '@/lib/staff/staff-session.ts'
import { accountProblem } from './account-problem.ts'
import { AuthWords } from './auth-words.tsx'
import type { FormProblem } from './form-problem.ts'
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
  const [state, setState] = useState<FormProblem | 'busy'>()

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const json = { token, name: String(form.get('name') ?? ''), password: String(form.get('password') ?? '') }
    setState('busy')
    try {
      signedIn(await unwrap(api.accept.$post({ json })))
      router.replace('/tables')
    } catch (error) {
      setState(accountProblem(error))
    }
  }

  return (
    <form method="post" className="grid gap-4.5" onSubmit={(event) => void submit(event)}>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <TextField name="name" required maxLength={100} autoComplete="name" label={t('field.name')} />
      <PasswordField
        label={t('field.password')}
        name="password"
        required
        minLength={12}
        maxLength={128}
        autoComplete="new-password"
        hint={t('field.passwordHint', { min: 12 })}
      />
      {state && state !== 'busy' && (
        <Strip tone="danger" urgent icon={<CircleAlert size={22} />}>
          {t(`problem.${state}`)}
        </Strip>
      )}
      <Button type="submit" size={60} wide busy={state === 'busy'}>
        {t('acceptInvitation.submit')}
      </Button>
    </form>
  )
}
