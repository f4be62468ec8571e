'use client'

import type { StaffDish } from '@repo/schemas/contract'
import { localize } from '@repo/schemas/rules'
import { Camera, Check, Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { DishPicture } from '@/components/plate/dish-picture.tsx'
import { Chip } from '@/components/ui/chip.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Switch } from '@/components/ui/switch.tsx'
import { formatPriceInput, parsePrice } from './parse-price.ts'

type DishRowProps = {
  dish: StaffDish
  backdrop: string
  currency: string
  /** Undefined for roles that may not change dishes. */
  onPhoto: (() => void) | undefined
  /** Undefined for roles that may only mark sold out. */
  onPrice: ((priceMinor: number) => void) | undefined
  onAvailability: (available: boolean) => void
}

export function DishRow({ dish, backdrop, currency, onPhoto, onPrice, onAvailability }: DishRowProps) {
  const t = useTranslations('settings.menu')
  const locale = useLocale()
  const name = localize(dish.name, locale)
  const description = localize(dish.description, locale)
  const missing = dish.missingLocales.map((code) => code.toUpperCase()).join(', ')
  const onSale = dish.availability === 'available'
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-2 border-b py-3 panel:grid-cols-[auto_1fr_9rem_9rem_10rem]">
      <PhotoButton label={t('photo.change', { dish: name })} onPress={onPhoto}>
        <DishPicture
          picture={dish.picture}
          ware={dish.ware}
          backdrop={backdrop}
          crop="thumb"
          soldOut={!onSale}
        />
      </PhotoButton>
      <div className="min-w-0">
        <h3 className="type-dish">{name}</h3>
        {description && <p className="type-hint line-clamp-1 text-muted-foreground">{description}</p>}
      </div>
      <span className="justify-self-end panel:justify-self-start">
        {missing ? (
          <Chip tone="warning" icon={<Languages size={15} strokeWidth={2.4} aria-hidden />}>
            {t('missing', { languages: missing })}
          </Chip>
        ) : (
          <Chip tone="success" icon={<Check size={15} strokeWidth={2.4} aria-hidden />}>
            EN, ES
          </Chip>
        )}
      </span>
      <div className="col-start-2 panel:col-start-auto">
        <PriceField key={dish.priceMinor} dish={dish} name={name} currency={currency} onPrice={onPrice} />
      </div>
      <Switch
        label={t('onSaleOf', { dish: name })}
        state={onSale ? t('on') : t('soldOut')}
        checked={onSale}
        disabled={dish.availability === 'hidden'}
        onChange={(event) => onAvailability(event.target.checked)}
      />
    </li>
  )
}

type PhotoButtonProps = { label: string; onPress: (() => void) | undefined; children: ReactNode }

/** The dish's picture; a button for those who may change it. */
function PhotoButton({ label, onPress, children }: PhotoButtonProps) {
  if (!onPress) return <span className="size-14 overflow-hidden rounded-sm">{children}</span>
  return (
    <button type="button" aria-label={label} onClick={onPress} className="relative size-14 rounded-sm">
      {children}
      <span className="absolute -right-1.5 -bottom-1.5 flex size-6 items-center justify-center rounded-full bg-raised text-ink shadow-resting">
        <Camera size={14} strokeWidth={2.2} aria-hidden />
      </span>
    </button>
  )
}

type PriceFieldProps = Pick<DishRowProps, 'dish' | 'currency' | 'onPrice'> & { name: string }

function PriceField({ dish, name, currency, onPrice }: PriceFieldProps) {
  const t = useTranslations('settings.menu')
  const [text, setText] = useState(() => formatPriceInput(dish.priceMinor, currency))
  const priceMinor = parsePrice(text, currency)
  if (!onPrice) return <span className="type-price figures">{text}</span>
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (priceMinor !== undefined && priceMinor !== dish.priceMinor) onPrice(priceMinor)
  }
  return (
    <form onSubmit={save} className="max-w-32">
      <Input
        value={text}
        inputMode="decimal"
        aria-label={t('priceOf', { dish: name })}
        aria-invalid={priceMinor === undefined || undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => save()}
        className="figures text-right font-bold"
      />
    </form>
  )
}
