'use client'

import { priceLine } from '@repo/schemas/rules'
import { useLocale, useTranslations } from 'next-intl'
import { DishPicture } from '@/components/plate/dish-picture.tsx'
import { Price } from '@/components/ui/price.tsx'
import { Stepper } from '@/components/ui/stepper.tsx'
import { cart, lineKey } from '@/stores/cart-store.ts'
import { type CartLine, maxLineQuantity } from '@/stores/parse-cart.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { describeChoice } from './describe-choice.ts'

/** A chosen dish: what was asked for it, what it costs, how many. */
export function CartLineRow({ line, isFrozen }: { line: CartLine; isFrozen: boolean }) {
  const t = useTranslations('cart.line')
  const locale = useLocale()
  const { branch } = useTablePlace()
  const choice = describeChoice(line.modifiers, (name) => t('without', { name }), locale)
  return (
    <li className="flex gap-3.5 py-3.5">
      <DishPicture
        crop="thumb"
        picture={line.picture}
        ware={line.ware}
        backdrop={line.backdrop}
        className="w-14 shrink-0 self-start xs:w-15"
      />
      <div className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-3">
        <div className="min-w-0 flex-[1_1_8rem]">
          <h3 className="type-dish break-words">{line.name}</h3>
          {choice && <p className="type-hint text-muted-foreground">{choice}</p>}
          {line.note && <p className="type-hint break-words italic">“{line.note}”</p>}
        </div>
        <div className="ml-auto grid justify-items-end">
          <Price
            bare
            amountMinor={priceLine(line).lineMinor}
            currency={branch.currency}
            className="type-price"
          />
          {isFrozen ? (
            <span className="figures type-label py-3">× {line.quantity}</span>
          ) : (
            <Stepper
              look="bare"
              value={line.quantity}
              min={0}
              max={maxLineQuantity}
              onValueChange={(quantity) => cart.setQuantity(lineKey(line), quantity)}
              label={t('quantity', { dish: line.name })}
              lessLabel={t(line.quantity === 1 ? 'remove' : 'less', { dish: line.name })}
              moreLabel={t('more', { dish: line.name })}
              className="-mr-3"
            />
          )}
        </div>
      </div>
    </li>
  )
}
