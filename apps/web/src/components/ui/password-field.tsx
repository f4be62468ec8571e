'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { Field } from './field.tsx'
import { Input } from './input.tsx'

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type'> &
  Pick<ComponentProps<typeof Field>, 'label' | 'aside' | 'hint' | 'error'>

/** A password that its owner may look at. */
export function PasswordField({ label, aside, hint, error, ...input }: PasswordFieldProps) {
  const t = useTranslations('common')
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {(control) => (
        <span className="relative block">
          <Input {...input} {...control} type={shown ? 'text' : 'password'} className="pr-13" />
          <button
            type="button"
            className="absolute inset-y-0 right-1 my-auto flex size-11 items-center justify-center rounded-sm text-muted-foreground hover:text-ink"
            aria-pressed={shown}
            aria-label={t('showPassword')}
            onClick={() => setShown(!shown)}
          >
            <Icon size={20} />
          </button>
        </span>
      )}
    </Field>
  )
}
