'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Stepper } from '@/components/ui/stepper.tsx'

type OptionStepperProps = {
  label: string
  detail?: ReactNode
  end?: ReactNode
  disabled: boolean
  quantity: number
  max: number
  onSet: (quantity: number) => void
}

/** An extra that can be had more than once. */
export function OptionStepper({ label, detail, end, disabled, quantity, max, onSet }: OptionStepperProps) {
  const t = useTranslations('menu.dish')
  return (
    <div className={`flex min-h-13 items-center gap-3 py-1 ${disabled ? 'opacity-55' : ''}`}>
      <span className={`min-w-0 flex-1 ${quantity > 0 ? 'font-[640]' : ''}`}>
        {label}
        {detail && <span className="type-hint block font-medium text-muted-foreground">{detail}</span>}
      </span>
      {end && (
        <span className={`figures ${quantity > 0 ? 'font-bold' : 'text-muted-foreground'}`}>{end}</span>
      )}
      <Stepper
        look="bare"
        value={quantity}
        min={0}
        max={disabled ? 0 : max}
        onValueChange={onSet}
        label={t('quantity', { dish: label })}
        lessLabel={t('lessOf', { name: label })}
        moreLabel={t('moreOf', { name: label })}
        className="-mr-2"
      />
    </div>
  )
}
