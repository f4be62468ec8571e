'use client'

import { password } from '@repo/config/limits'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { PasswordField } from '@/components/ui/password-field.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import type { SignUpFields } from './sign-up-input.ts'

export function PersonStep() {
  const t = useTranslations('auth')
  const { register, formState } = useFormContext<SignUpFields>()
  const { errors } = formState
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        label={t('field.name')}
        autoComplete="name"
        maxLength={100}
        error={errors.name && t('problem.required')}
        {...register('name', { validate: (value) => value.trim() !== '' })}
      />
      <TextField
        type="email"
        label={t('field.email')}
        autoComplete="username"
        error={errors.email && t('problem.email')}
        {...register('email', { required: true, pattern: /^\S+@\S+$/ })}
      />
      <PasswordField
        label={t('field.password')}
        autoComplete="new-password"
        hint={t('field.passwordHint', { min: password.minLengthChars })}
        error={errors.password && t('problem.short', { min: password.minLengthChars })}
        {...register('password', { required: true, minLength: password.minLengthChars })}
      />
      <TextField
        label={t('field.signupToken')}
        hint={t('field.signupTokenHint')}
        autoComplete="off"
        spellCheck={false}
        {...register('signupToken')}
      />
    </div>
  )
}
