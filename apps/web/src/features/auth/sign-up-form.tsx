'use client'

import type { RegisterInput } from '@repo/schemas/contract'
import { ArrowRight, CircleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import type { FormProblem, SubmitForm } from './form-problem.ts'
import { LookStep } from './look-step.tsx'
import { PersonStep } from './person-step.tsx'
import { PlaceStep } from './place-step.tsx'
import { type SignUpFields, signUpInput } from './sign-up-input.ts'
import { SignUpPreview } from './sign-up-preview.tsx'
import { StepList } from './step-list.tsx'

type SignUpFormProps = { timeZones: readonly string[]; onSubmit: SubmitForm<RegisterInput> }

const steps = ['place', 'look', 'person'] as const
const empty: SignUpFields = {
  organizationName: '',
  branchName: '',
  currency: 'USD',
  timeZone: 'UTC',
  taxMode: 'inclusive',
  taxName: '',
  taxPercent: '',
  accent: 'parsley',
  sampleMenu: true,
  name: '',
  email: '',
  password: '',
  signupToken: '',
}

export function SignUpForm({ timeZones, onSubmit }: SignUpFormProps) {
  const t = useTranslations('auth')
  const locale = useLocale()
  const [at, setAt] = useState(0)
  const [problem, setProblem] = useState<FormProblem>()
  const form = useForm<SignUpFields>({ defaultValues: empty })
  const step = steps[at] ?? 'place'
  const following = steps[at + 1]

  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (timeZones.includes(here)) form.setValue('timeZone', here)
  }, [form, timeZones])

  // Fields of later steps are not registered yet, so each step checks its own.
  const advance = form.handleSubmit(async (fields) => {
    setProblem(undefined)
    if (following) setAt(at + 1)
    else setProblem(await onSubmit(signUpInput(fields, locale)))
  })

  return (
    <FormProvider {...form}>
      <form noValidate method="post" className="flex min-w-0 flex-1 flex-col gap-7" onSubmit={advance}>
        <StepList
          label={t('signUp.steps.label')}
          steps={steps.map((name) => t(`signUp.steps.${name}`))}
          current={at}
        />
        <div className="grid gap-3">
          <h1 className="type-place">{t(`signUp.${step}.title`)}</h1>
          <p className="text-[1.0625rem] text-muted-foreground">{t(`signUp.${step}.lead`)}</p>
        </div>
        {step === 'place' && <PlaceStep timeZones={timeZones} />}
        {step === 'look' && <LookStep />}
        {step === 'person' && <PersonStep />}
        {problem && (
          <Strip tone="danger" urgent icon={<CircleAlert size={22} />}>
            {t(`problem.${problem}`)}
          </Strip>
        )}
        <div className="mt-auto flex flex-wrap gap-3 pt-2">
          {at > 0 && (
            <Button variant="line" size={60} onClick={() => setAt(at - 1)}>
              {t('signUp.back')}
            </Button>
          )}
          <Button type="submit" size={60} busy={form.formState.isSubmitting}>
            {following ? t('signUp.next', { step: t(`signUp.steps.${following}`) }) : t('signUp.submit')}
            <ArrowRight size={20} />
          </Button>
        </div>
      </form>
      <SignUpPreview />
    </FormProvider>
  )
}
