'use client'

import { ApiProblem, unwrap } from '@repo/api-client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { openApi, signedIn } from '@/lib/staff/staff-session.ts'
import { accountProblem } from './account-problem.ts'
import { AuthWords } from './auth-words.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'
import { SignInForm, type SignInInput } from './sign-in-form.tsx'

type SignInProps = {
  nextPath: string
  /** Why to sign in, where it is not the usual. */
  lead?: string
}

export function SignIn({ nextPath, lead }: SignInProps) {
  const t = useTranslations('auth')
  const router = useRouter()
  const [challenge, setChallenge] = useState<string>()
  const signIn = async (json: SignInInput) => {
    try {
      signedIn(await unwrap(openApi.accounts.auth.login.$post({ json })))
      router.replace(nextPath)
    } catch (error) {
      const next = error instanceof ApiProblem ? error.problem?.challenge : undefined
      if (next === undefined) return accountProblem(error)
      setChallenge(next)
    }
  }
  const answer = async (code: string) => {
    try {
      const json = { challenge: challenge ?? '', code }
      signedIn(await unwrap(openApi.identity.auth['second-factor'].$post({ json })))
      router.replace(nextPath)
    } catch (error) {
      const problem = accountProblem(error)
      return problem === 'linkInvalid' ? 'challengeOver' : problem
    }
  }
  if (challenge)
    return (
      <>
        <AuthWords title={t('secondFactor.title')}>{t('secondFactor.lead')}</AuthWords>
        <SecondFactorForm onSubmit={answer} onBack={() => setChallenge(undefined)} />
      </>
    )
  return (
    <>
      <AuthWords title={t('signIn.title')}>{lead ?? t('signIn.lead')}</AuthWords>
      <SignInForm onSubmit={signIn} />
    </>
  )
}
