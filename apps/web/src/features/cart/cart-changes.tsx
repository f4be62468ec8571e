'use client'

import { ArrowRight, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { DishPicture } from '@/components/plate/dish-picture.tsx'
import { Button, buttonStyle } from '@/components/ui/button.tsx'
import { Price } from '@/components/ui/price.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { cart } from '@/stores/cart-store.ts'
import { closeOverlay } from '@/stores/overlay-store.ts'
import { tablePath } from '@/stores/table-path.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { needsChoice, toDishInCart, toPlainLine } from './plain-line.ts'
import type { CartChange, Offer } from './review-cart.ts'
import { keyOf } from './review-now.ts'
import { reviewStore } from './review-store.ts'

/** What changed since the guest chose, one notice each. */
export function CartChanges() {
  const changes = useStore(reviewStore, (state) => state.changes)
  if (changes.length === 0) return null
  return (
    <ul className="grid gap-3 pb-3" aria-live="polite">
      {changes.map((change) => (
        <li key={keyOf(change)}>
          <Change change={change} />
        </li>
      ))}
    </ul>
  )
}

function Change({ change }: { change: CartChange }) {
  const t = useTranslations('cart.changes')
  const { branch } = useTablePlace()
  const { name, picture, ware, backdrop } = change.line
  if (change.kind === 'price') {
    return (
      <Strip tone="warning" icon={<TriangleAlert size={22} />} lead={t('price', { dish: name })}>
        <span className="inline-flex flex-wrap items-center gap-1.5">
          <s>
            <Price amountMinor={change.beforeMinor} currency={branch.currency} />
          </s>
          <ArrowRight size={15} strokeWidth={2.4} aria-label={t('now')} />
          <strong>
            <Price amountMinor={change.nowMinor} currency={branch.currency} />
          </strong>
        </span>
      </Strip>
    )
  }
  return (
    <div className="rounded-lg border p-3.5">
      <DishPicture
        crop="hero"
        soldOut
        picture={picture}
        ware={ware}
        backdrop={backdrop}
        className="h-24 rounded-md!"
      />
      <h3 className="type-section pt-3">{t(change.kind === 'gone' ? 'gone' : 'choice', { dish: name })}</h3>
      {change.kind === 'choice' && (
        <p className="pt-1 text-muted-foreground">
          {t('choiceBody')} <ChooseAgain dishId={change.line.dishId} label={t('chooseAgain')} />
        </p>
      )}
      {change.kind === 'gone' && (
        <>
          <p className="pt-1 text-muted-foreground">{t(change.nearest ? 'goneNear' : 'goneBody')}</p>
          {change.nearest && <NearestDish offer={change.nearest} />}
        </>
      )}
    </div>
  )
}

function ChooseAgain({ dishId, label }: { dishId: string; label: string }) {
  const place = useTablePlace()
  return (
    <Link
      href={`${tablePath(place)}/dishes/${dishId}`}
      onClick={() => closeOverlay('cart')}
      className="font-semibold text-ink underline underline-offset-4"
    >
      {label}
    </Link>
  )
}

function NearestDish({ offer: { dish, backdrop } }: { offer: Offer }) {
  const t = useTranslations('cart.changes')
  const place = useTablePlace()
  const look = { variant: 'quiet', size: 44 } as const
  return (
    <div className="flex items-center gap-3 pt-3">
      <DishPicture
        crop="thumb"
        picture={dish.picture}
        ware={dish.ware}
        backdrop={backdrop}
        className="w-13 shrink-0"
      />
      <p className="min-w-0 flex-1">
        <span className="type-dish block">{dish.name}</span>
        <Price amountMinor={dish.priceMinor} currency={place.branch.currency} />
      </p>
      {needsChoice(dish) ? (
        <Link
          href={`${tablePath(place)}/dishes/${dish.id}`}
          onClick={() => closeOverlay('cart')}
          className={buttonStyle(look)}
        >
          {t('look')}
        </Link>
      ) : (
        <Button {...look} onClick={() => cart.add(toPlainLine(toDishInCart(dish, backdrop)))}>
          {t('add')}
        </Button>
      )}
    </div>
  )
}
