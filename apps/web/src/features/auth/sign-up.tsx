'use client'

import { unwrap } from '@repo/api-client'
import type { RegisterInput } from '@repo/schemas/contract'
import { useRouter } from 'next/navigation'
import { openApi, signedIn } from '@/lib/staff/staff-session.ts'
import { accountProblem } from './account-problem.ts'
import { SignUpForm } from './sign-up-form.tsx'

export function SignUp({ timeZones }: { timeZones: readonly string[] }) {
  const router = useRouter()
  const signUp = async (json: RegisterInput) => {
    try {
      signedIn(await unwrap(openApi.accounts.auth.register.$post({ json })))
      router.replace('/tables')
    } catch (error) {
      return accountProblem(error)
    }
  }
  return <SignUpForm timeZones={timeZones} onSubmit={signUp} />
}
