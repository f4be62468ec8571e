'use client'

import { unwrap } from '@repo/api-client'
import { useRouter } from 'next/navigation'
import { openApi, signedIn } from '@/lib/staff/staff-session.ts'
import { accountProblem } from './account-problem.ts'
import { SignInForm, type SignInInput } from './sign-in-form.tsx'

export function SignIn({ nextPath }: { nextPath: string }) {
  const router = useRouter()
  const signIn = async (json: SignInInput) => {
    try {
      signedIn(await unwrap(openApi.accounts.auth.login.$post({ json })))
      router.replace(nextPath)
    } catch (error) {
      return accountProblem(error)
    }
  }
  return <SignInForm onSubmit={signIn} />
}
