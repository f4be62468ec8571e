import type { Menu } from '@repo/schemas/contract'
import { getTranslations } from 'next-intl/server'
import { DishRow } from './dish-row.tsx'
import { categorySectionId, type DishSlots } from './dish-slots.ts'
import { FindableItem } from './findable-item.tsx'
import { FindableSection } from './findable-section.tsx'
import { PopularDishes } from './popular-dishes.tsx'

/** The whole menu as plain HTML; what somebody looks for hides the rest of it later. */
export async function MenuList({ menu, ...slots }: DishSlots & { menu: Menu }) {
  const t = await getTranslations('menu')
  const { currency } = menu.branch
  return (
    <div lang={menu.locale}>
      <PopularDishes menu={menu} {...slots} />
      {menu.categories.map(({ id, name, backdrop, dishes }) => (
        <FindableSection
          key={id}
          id={categorySectionId(id)}
          title={name}
          dishIds={dishes.map((dish) => dish.id)}
        >
          <ul className="grid grid-cols-1 gap-x-10 rail:grid-cols-2" aria-label={name}>
            {dishes.map((dish) => (
              <FindableItem key={dish.id} dishId={dish.id}>
                <DishRow
                  dish={dish}
                  backdrop={backdrop}
                  currency={currency}
                  soldOutLabel={t('soldOut')}
                  href={slots.hrefOf(dish)}
                  action={dish.soldOut ? null : slots.actionOf?.(dish, backdrop)}
                />
              </FindableItem>
            ))}
          </ul>
        </FindableSection>
      ))}
    </div>
  )
}
