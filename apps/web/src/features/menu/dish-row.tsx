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
}

/** A dish of the list. Its name is the link, and the whole row carries it. */
export function DishRow({ dish, backdrop, currency, soldOutLabel, href, action }: DishRowProps) {
  const { name, description, priceMinor, diets, picture, ware, soldOut } = dish
  return (
    <article className="dish-row">
      <div className="dish-row-words">
        <h3 className="type-dish">{href ? <DishLink href={href}>{name}</DishLink> : name}</h3>
        <p>{description}</p>
        <div className="dish-row-price">
          <Price amountMinor={priceMinor} currency={currency} className="type-price" />
          {soldOut ? (
            <Chip icon={<MoonStar size={16} strokeWidth={2.4} />}>{soldOutLabel}</Chip>
          ) : (
            <DietBadge diets={diets} />
          )}
        </div>
      </div>
      <div className="dish-row-picture">
        <DishPicture picture={picture} ware={ware} backdrop={backdrop} soldOut={soldOut} />
        {action && <div>{action}</div>}
      </div>
    </article>
  )
}
