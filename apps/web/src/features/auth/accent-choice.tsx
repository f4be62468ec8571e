import { type AccentId, accents } from '@repo/schemas/rules'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Served } from '@/components/plate/served.tsx'
import { brandStyle } from '@/lib/brand-style.ts'

type AccentChoiceProps = { value: AccentId; onValueChange: (value: AccentId) => void }

/** Colours are plates. */
export function AccentChoice({ value, onValueChange }: AccentChoiceProps) {
  const t = useTranslations('auth')
  return (
    <fieldset>
      <legend className="type-label mb-3">{t('field.accent')}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(4.75rem,1fr))] gap-x-2 gap-y-4">
        {accents.map((accent) => (
          <label
            key={accent.id}
            className="brand group grid justify-items-center gap-2 rounded-md py-1 has-focus-visible:outline-3 has-focus-visible:outline-ring"
            style={brandStyle(accent)}
          >
            <input
              type="radio"
              name="accent"
              className="sr-only"
              value={accent.id}
              checked={value === accent.id}
              onChange={() => onValueChange(accent.id)}
            />
            <span className="relative w-15">
              <Served small />
              <span className="absolute inset-0 m-auto hidden size-7 items-center justify-center rounded-full bg-ink text-background group-has-checked:flex">
                <Check size={17} strokeWidth={3} />
              </span>
            </span>
            <span className="type-hint text-muted-foreground group-has-checked:font-bold group-has-checked:text-ink">
              {t(`accent.${accent.id}`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
