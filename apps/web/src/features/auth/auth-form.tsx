'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { accountProblem } from './account-problem.ts'
import type { FormProblem } from './form-problem.ts'

type AuthFormProps = {
  /** Sends what was typed and leads on; what it throws is shown. */
  send: (values: FormData) => Promise<void>
  submit: string
  /** Known before anything is sent. */
  problem?: FormProblem | undefined
  children?: ReactNode
}

/** A form that is sent once, and stays busy while its page leads on. */
export function AuthForm({ send, submit, problem, children }: AuthFormProps) {
  const t = useTranslations('auth.problem')
  const [state, setState] = useState<FormProblem | 'busy'>()

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    setState('busy')
    await send(new FormData(event.currentTarget)).catch((error) => setState(accountProblem(error)))
  }

  const shown = problem ?? (state === 'busy' ? undefined : state)
  return (
    <form method="post" className="grid gap-4.5" onSubmit={(event) => void onSubmit(event)}>
      {children}
      {shown && (
        <Strip tone="danger" urgent icon={<CircleAlert size={22} />}>
          {t(shown)}
        </Strip>
      )}
      <Button type="submit" size={60} wide busy={state === 'busy'}>
        {submit}
      </Button>
    </form>
  )
}
