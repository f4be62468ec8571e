'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import type { FormProblem, SubmitForm } from './form-problem.ts'

type SecondFactorFormProps = { onSubmit: SubmitForm<string>; onBack: () => void }

/** The second step of a sign-in. */
export function SecondFactorForm({ onSubmit, onBack }: SecondFactorFormProps) {
  const t = useTranslations('auth')
  const [problem, setProblem] = useState<FormProblem>()
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code') ?? '').trim()
    setBusy(true)
    setProblem(undefined)
    setProblem(await onSubmit(code.replaceAll(' ', '')))
    setBusy(false)
  }

  return (
    <form method="post" className="grid gap-4.5" onSubmit={(event) => void submit(event)}>
      <TextField
        name="code"
        required
        autoFocus
        minLength={6}
        maxLength={40}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        label={t('field.code')}
        className="[&_input]:figures [&_input]:text-center [&_input]:text-xl [&_input]:font-[640] [&_input]:tracking-[0.12em]"
      />
      {problem && (
        <Strip tone="danger" urgent icon={<CircleAlert size={22} />}>
          {t(`problem.${problem}`)}
        </Strip>
      )}
      <Button type="submit" size={60} wide busy={busy}>
        {t('secondFactor.submit')}
      </Button>
      <Button variant="line" wide onClick={onBack}>
        {t('secondFactor.back')}
      </Button>
    </form>
  )
}
