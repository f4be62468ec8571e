'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Controller, useFormContext } from 'react-hook-form'
import { SegmentedChoice } from '@/components/ui/segmented-choice.tsx'
import { SelectField } from '@/components/ui/select-field.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { currencies } from './currencies.ts'
import { percentToPpm, type SignUpFields } from './sign-up-input.ts'

const required = { validate: (value: string) => value.trim() !== '' }

export function PlaceStep({ timeZones }: { timeZones: readonly string[] }) {
  const t = useTranslations('auth')
  const names = new Intl.DisplayNames(useLocale(), { type: 'currency' })
  const { register, control, formState } = useFormContext<SignUpFields>()
  const missing = (field: keyof SignUpFields) => formState.errors[field] && t('problem.required')
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        label={t('field.branch')}
        autoComplete="off"
        maxLength={80}
        error={missing('branchName')}
        {...register('branchName', required)}
      />
      <SelectField label={t('field.currency')} {...register('currency')}>
        {currencies.map((code) => (
          <option key={code} value={code}>
            {`${names.of(code)}, ${code}`}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('field.organization')}
        hint={t('field.organizationHint')}
        autoComplete="organization"
        maxLength={80}
        error={missing('organizationName')}
        {...register('organizationName', required)}
      />
      <SelectField label={t('field.timeZone')} {...register('timeZone')}>
        {timeZones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <div className="grid content-start gap-2 sm:col-span-2">
        <span aria-hidden className="type-label">
          {t('field.taxMode')}
        </span>
        <Controller
          control={control}
          name="taxMode"
          render={({ field }) => (
            <SegmentedChoice
              legend={t('field.taxMode')}
              value={field.value}
              onValueChange={field.onChange}
              options={[
                { value: 'inclusive', label: t('field.taxInclusive') },
                { value: 'exclusive', label: t('field.taxExclusive') },
              ]}
            />
          )}
        />
      </div>
      <TextField
        label={t('field.taxName')}
        hint={t('field.taxNameHint')}
        maxLength={30}
        error={missing('taxName')}
        {...register('taxName', required)}
      />
      <TextField
        label={t('field.taxRate')}
        inputMode="decimal"
        maxLength={8}
        error={formState.errors.taxPercent && t('problem.rate')}
        {...register('taxPercent', { validate: (typed) => !Number.isNaN(percentToPpm(typed)) })}
      />
    </div>
  )
}
