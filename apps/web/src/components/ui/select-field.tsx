import type { ComponentProps } from 'react'
import { Field } from './field.tsx'
import { Select } from './select.tsx'

type SelectFieldProps = ComponentProps<'select'> &
  Pick<ComponentProps<typeof Field>, 'label' | 'aside' | 'hint' | 'error'>

export function SelectField({ label, aside, hint, error, className, ...select }: SelectFieldProps) {
  return (
    <Field label={label} aside={aside} hint={hint} error={error} {...(className && { className })}>
      {(control) => <Select {...select} {...control} />}
    </Field>
  )
}
