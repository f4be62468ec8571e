import type { Menu } from '@repo/schemas/contract'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dishFacts } from './dish-facts.ts'
import { categorySectionId, type DishSlots, popularSectionId } from './dish-slots.ts'
import { MenuFinder } from './menu-finder.tsx'
import { MenuList } from './menu-list.tsx'
import { MenuRail } from './menu-rail.tsx'

type MenuViewProps = DishSlots & {
  menu: Menu
  /** What keeps the place's name in sight while the guest scrolls. */
  bar: ReactNode
  barActions?: ReactNode
  notice: ReactNode
}

/** Rail, search and list, below the restaurant's field. */
export async function MenuView({ menu, bar, barActions, notice, ...slots }: MenuViewProps) {
  const t = await getTranslations('menu')
  const hasPopular = menu.categories.some(({ dishes }) =>
    dishes.some(({ popular, soldOut }) => popular && !soldOut),
  )
  const sections = [
    ...(hasPopular ? [{ id: popularSectionId, name: t('popularShort') }] : []),
    ...menu.categories.map(({ id, name }) => ({ id: categorySectionId(id), name })),
  ]
  return (
    <div className="relative -mt-6.5 rounded-t-[26px] bg-background">
      <MenuRail sections={sections} bar={bar} barActions={barActions} />
      <main className="mx-auto max-w-280 px-4.5 pb-32 rail:px-8">
        {notice}
        <MenuFinder facts={dishFacts(menu)} />
        <MenuList menu={menu} {...slots} />
      </main>
    </div>
  )
}
