'use client'

import { useTranslations } from 'next-intl'
import { Controller, useFormContext } from 'react-hook-form'
import { ChoiceCard } from '@/components/ui/choice-card.tsx'
import { AccentChoice } from './accent-choice.tsx'
import type { SignUpFields } from './sign-up-input.ts'

export function LookStep() {
  const t = useTranslations('auth.field')
  const { register, control } = useFormContext<SignUpFields>()
  return (
    <div className="grid gap-8">
      <Controller
        control={control}
        name="accent"
        render={({ field }) => <AccentChoice value={field.value} onValueChange={field.onChange} />}
      />
      <ChoiceCard
        type="checkbox"
        label={t('sampleMenu')}
        detail={t('sampleMenuDetail')}
        {...register('sampleMenu')}
      />
    </div>
  )
}
