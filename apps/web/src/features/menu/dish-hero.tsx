import type { MenuDish } from '@repo/schemas/contract'
import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { DishPicture } from '@/components/plate/dish-picture.tsx'
import { iconButtonStyle } from '@/components/ui/icon-button.tsx'

type DishHeroProps = { dish: MenuDish; backdrop: string; backHref: string; backLabel: string }

/** The plate fills the top of the page, or its left half where there is room. */
export function DishHero({ dish, backdrop, backHref, backLabel }: DishHeroProps) {
  return (
    <header className="relative">
      <DishPicture
        picture={dish.picture}
        ware={dish.ware}
        backdrop={backdrop}
        crop="hero"
        soldOut={dish.soldOut}
        eager
        className="dish-hero h-[min(17.5rem,36dvh)] rail:sticky rail:top-0 rail:h-dvh"
      />
      <Link
        href={backHref}
        aria-label={backLabel}
        className={`${iconButtonStyle({ variant: 'raised' })} absolute top-3.5 left-3.5 rail:fixed`}
      >
        <ChevronLeft size={24} />
      </Link>
    </header>
  )
}
