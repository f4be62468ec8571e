'use client'

import { useTranslations } from 'next-intl'
import { useFormContext, useWatch } from 'react-hook-form'
import { Served } from '@/components/plate/served.tsx'
import { brandStyle } from '@/lib/brand-style.ts'
import { accentOf } from './accent-of.ts'
import { PhonePreview } from './phone-preview.tsx'
import type { SignUpFields } from './sign-up-input.ts'
import { StickerPreview } from './sticker-preview.tsx'

/** The guest's phone and the table's card as they will look, following what is typed. */
export function SignUpPreview() {
  const t = useTranslations('auth.preview')
  const { control } = useFormContext<SignUpFields>()
  const [accent, branchName, currency] = useWatch({ control, name: ['accent', 'branchName', 'currency'] })
  const name = branchName.trim() || 'Casa Perejil'
  return (
    <aside className="brand light sign-up-stage wood-planks" style={brandStyle(accentOf(accent))}>
      <span className="sr-only">{t('label')}</span>
      <div aria-hidden className="contents">
        <Served picture="soup" ware="bowl" className="stage-plate top-[-5rem] right-[-7rem] w-66" />
        <Served picture="greens" ware="bowl" className="stage-plate bottom-[13%] left-[-8rem] w-52" />
        <Served picture="tart" className="stage-plate right-[-6rem] bottom-[-4rem] w-72" />
        <Served picture="lemonade" ware="glass" className="stage-plate top-16 left-3 w-26" />
        <PhonePreview name={name} currency={currency} />
        <StickerPreview />
      </div>
    </aside>
  )
}
