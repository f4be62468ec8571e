'use client'

import { unwrap } from '@repo/api-client'
import type { InvitationOffer } from '@repo/schemas/contract'
import { CircleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { openApi, signedIn } from '@/lib/staff/staff-session.ts'
import { accountProblem } from './account-problem.ts'
import type { FormProblem } from './form-problem.ts'
import { PasswordField } from './password-field.tsx'
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
  if (offer === null || !token)
    return (
      <div className="grid gap-3">
        <h1 className="type-place">{t('over')}</h1>
        <p className="text-[1.0625rem] text-muted-foreground">{t('overLead')}</p>
      </div>
    )
  const { branchName: place, organizationName: organization, email, role } = offer
  return (
    <>
      <div className="grid gap-3">
        <h1 className="type-place">{t('title', { place })}</h1>
        <p className="text-[1.0625rem] break-words text-muted-foreground">
          {t('lead', { organization, email, role: t(`roles.${role}`) })}
        </p>
      </div>
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
