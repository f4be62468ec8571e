import { useTranslations } from 'next-intl'
import { PasswordField } from '@/components/ui/password-field.tsx'

/** For a password that is being chosen. */
export function NewPasswordField({ label }: { label: string }) {
  const t = useTranslations('auth.field')
  return (
    <PasswordField
      name="password"
      required
      minLength={12}
      maxLength={128}
      autoComplete="new-password"
      label={label}
      hint={t('passwordHint', { min: 12 })}
    />
  )
}
