import type { Menu } from '@repo/schemas/contract'
import { getTranslations } from 'next-intl/server'
import { DishTile } from '@/components/plate/dish-tile.tsx'
import { Price } from '@/components/ui/price.tsx'
import { DishLink } from './dish-link.tsx'
import { type DishSlots, popularSectionId } from './dish-slots.ts'
import { HiddenWhileFinding } from './hidden-while-finding.tsx'

const mostShown = 8

/** What this place is ordered for, one tap away. */
export async function PopularDishes({ menu, hrefOf, actionOf }: DishSlots & { menu: Menu }) {
  const t = await getTranslations('menu')
  const dishes = menu.categories
    .flatMap(({ backdrop, dishes }) => dishes.map((dish) => ({ ...dish, backdrop })))
    .filter(({ popular, soldOut }) => popular && !soldOut)
    .slice(0, mostShown)
  if (dishes.length === 0) return null
  return (
    <HiddenWhileFinding>
      <section id={popularSectionId} aria-labelledby="popular-title" className="menu-section pt-4">
        <h2 id="popular-title" className="type-section">
          {t('popular')}
        </h2>
        {/* Where dishes are not links, only a focus on the list itself lets the keyboard scroll it. */}
        <ul
          aria-labelledby="popular-title"
          tabIndex={dishes.some((dish) => hrefOf(dish)) ? undefined : 0}
          className="-mx-4.5 mt-3 flex snap-x scroll-px-4.5 gap-3 overflow-x-auto px-4.5 pb-1 scrollbar-none rail:-mx-8 rail:scroll-px-8 rail:px-8"
        >
          {dishes.map((dish) => {
            const href = hrefOf(dish)
            return (
              <li key={dish.id} className="flex w-40 shrink-0 snap-start rail:w-56">
                <DishTile
                  picture={dish.picture}
                  ware={dish.ware}
                  backdrop={dish.backdrop}
                  className="w-full [&>div]:min-h-0"
                  name={href ? <DishLink href={href}>{dish.name}</DishLink> : dish.name}
                  price={<Price amountMinor={dish.priceMinor} currency={menu.branch.currency} />}
                  action={actionOf?.(dish, dish.backdrop)}
                />
              </li>
            )
          })}
        </ul>
      </section>
    </HiddenWhileFinding>
  )
}
