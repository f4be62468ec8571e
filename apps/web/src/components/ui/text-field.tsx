import type { ComponentProps } from 'react'
import { Field } from './field.tsx'
import { Input } from './input.tsx'

type TextFieldProps = ComponentProps<'input'> &
  Pick<ComponentProps<typeof Field>, 'label' | 'aside' | 'hint' | 'error'>

export function TextField({ label, aside, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error} {...(className && { className })}>
      {(control) => <Input {...input} {...control} />}
    </Field>
  )
}
