'use client'

import { codeAlphabet, joinCodeLength, normalizeCode } from '@repo/schemas/rules'
import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field.tsx'

type JoinCodeFieldProps = { value: string; onValueChange: (code: string) => void; error?: string | null }

/** One field drawn as six boxes, so that it can be pasted into and read as a whole. */
export function JoinCodeField({ value, onValueChange, error }: JoinCodeFieldProps) {
  const t = useTranslations('tableSession.join')
  return (
    <Field label={t('code')} hint={t('codeHint')} error={error} aside={t('codeAside')}>
      {(control) => (
        <span className="relative block">
          <input
            {...control}
            value={value}
            onChange={(event) => onValueChange(onlyCode(event.target.value))}
            maxLength={12}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            className="peer absolute inset-0 z-10 w-full opacity-0"
          />
          <span
            aria-hidden
            className="grid grid-cols-6 gap-2 peer-focus-visible:[&>[data-next]]:border-primary peer-focus-visible:[&>[data-next]]:shadow-[inset_0_0_0_1.5px_var(--accent)]"
          >
            {Array.from({ length: joinCodeLength }, (_, at) => (
              <span
                key={at}
                data-next={at === Math.min(value.length, joinCodeLength - 1) || undefined}
                className="type-section flex h-15 items-center justify-center rounded-md border-[1.5px] border-input bg-raised text-2xl"
              >
                {value[at]}
              </span>
            ))}
          </span>
        </span>
      )}
    </Field>
  )
}

function onlyCode(typed: string): string {
  const characters = Array.from(normalizeCode(typed)).filter((character) => codeAlphabet.includes(character))
  return characters.slice(0, joinCodeLength).join('')
}
