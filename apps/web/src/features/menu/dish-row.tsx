import type { MenuDish } from '@repo/schemas/contract'
import { MoonStar } from 'lucide-react'
import type { ReactNode } from 'react'
import { DishPicture } from '@/components/plate/dish-picture.tsx'
import { Chip } from '@/components/ui/chip.tsx'
import { Price } from '@/components/ui/price.tsx'
import { DietBadge } from './diet-badge.tsx'
import { DishLink } from './dish-link.tsx'

type DishRowProps = {
  dish: MenuDish
  backdrop: string
  currency: string
  soldOutLabel: string
  href: string | null
  action: ReactNode
  eager: boolean
}

/** A dish of the list. Its name is the link, and the whole row carries it. */
export function DishRow({ dish, backdrop, currency, soldOutLabel, href, action, eager }: DishRowProps) {
  return (
    <article className="relative flex h-full flex-wrap items-stretch justify-between gap-4 border-b py-4 xs:gap-6">
      <div className="flex min-w-0 flex-[1_1_9rem] flex-col gap-1">
        <h3 className="type-dish">{href ? <DishLink href={href}>{dish.name}</DishLink> : dish.name}</h3>
        <p className="type-body text-muted-foreground">{dish.description}</p>
        <div className="mt-auto flex flex-wrap items-center gap-x-6 gap-y-1 pt-3">
          <Price amountMinor={dish.priceMinor} currency={currency} className="type-price" />
          {dish.soldOut ? (
            <Chip icon={<MoonStar size={16} strokeWidth={2.4} />}>{soldOutLabel}</Chip>
          ) : (
            <DietBadge diets={dish.diets} />
          )}
        </div>
      </div>
      <div className="relative w-24 shrink-0 self-start xs:w-29.5">
        <DishPicture
          picture={dish.picture}
          ware={dish.ware}
          backdrop={backdrop}
          soldOut={dish.soldOut}
          eager={eager}
        />
        {action && <div className="absolute right-[-5px] bottom-[-5px]">{action}</div>}
      </div>
    </article>
  )
}
