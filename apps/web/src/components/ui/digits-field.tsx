import type { ReactNode } from 'react'
import { CodeBoxes } from './code-boxes.tsx'
import { Field } from './field.tsx'

type DigitsFieldProps = {
  label: ReactNode
  aside?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  value: string
  onValueChange: (digits: string) => void
  name?: string
  length?: number
}

/** A code of digits, from a message or an app. */
export function DigitsField({ length = 6, value, onValueChange, name, ...field }: DigitsFieldProps) {
  return (
    <Field {...field} className="max-w-96">
      {(control) => (
        <CodeBoxes
          {...control}
          name={name}
          value={value}
          length={length}
          required
          inputMode="numeric"
          pattern={`\\d{${length}}`}
          onChange={(event) => onValueChange(event.target.value.replaceAll(/\D/g, '').slice(0, length))}
        />
      )}
    </Field>
  )
}
