'use client'

import { codeAlphabet, joinCodeLength, normalizeCode } from '@repo/schemas/rules'
import { useTranslations } from 'next-intl'
import { CodeBoxes } from '@/components/ui/code-boxes.tsx'
import { Field } from '@/components/ui/field.tsx'

type JoinCodeFieldProps = { value: string; onValueChange: (code: string) => void; error?: string | null }

/** The table's code, as the host reads it out. */
export function JoinCodeField({ value, onValueChange, error }: JoinCodeFieldProps) {
  const t = useTranslations('tableSession.join')
  return (
    <Field label={t('code')} hint={t('codeHint')} error={error} aside={t('codeAside')}>
      {(control) => (
        <CodeBoxes
          {...control}
          value={value}
          length={joinCodeLength}
          onChange={(event) => onValueChange(onlyCode(event.target.value))}
          maxLength={12}
          autoCapitalize="characters"
        />
      )}
    </Field>
  )
}

function onlyCode(typed: string): string {
  const characters = Array.from(normalizeCode(typed)).filter((character) => codeAlphabet.includes(character))
  return characters.slice(0, joinCodeLength).join('')
}
