'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button.tsx'
import { PasswordField } from '@/components/ui/password-field.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import type { FormProblem, SubmitForm } from './form-problem.ts'

export type SignInInput = { email: string; password: string }

export function SignInForm({ onSubmit }: { onSubmit: SubmitForm<SignInInput> }) {
  const t = useTranslations('auth')
  const [problem, setProblem] = useState<FormProblem>()
  const { register, handleSubmit, formState } = useForm<SignInInput>()
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async (input) => {
    setProblem(undefined)
    setProblem(await onSubmit(input))
  })
  return (
    <form noValidate method="post" className="grid gap-4.5" onSubmit={submit}>
      <TextField
        type="email"
        autoComplete="username"
        inputMode="email"
        label={t('field.email')}
        error={errors.email && t('problem.email')}
        {...register('email', { required: true, pattern: /^\S+@\S+$/ })}
      />
      <PasswordField
        label={t('field.password')}
        autoComplete="current-password"
        error={errors.password && t('problem.required')}
        {...register('password', { required: true })}
      />
      <Link
        href="/forgot-password"
        className="link type-hint -mt-3 inline-flex min-h-11 items-center justify-self-end"
      >
        {t('signIn.forgot')}
      </Link>
      {problem && (
        <Strip tone="danger" urgent icon={<CircleAlert size={22} />}>
          {t(`problem.${problem}`)}
        </Strip>
      )}
      <Button type="submit" size={60} wide busy={isSubmitting}>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}
