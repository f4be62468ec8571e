import type { Menu, MenuDish } from '@repo/schemas/contract'
import type { ReactNode } from 'react'
import { BrandMark } from '@/components/brand/brand-mark.tsx'
import { Served } from '@/components/plate/served.tsx'

type MenuFieldProps = {
  menu: Menu
  /** Below the name: who sits here, and where. */
  children: ReactNode
  /** Top right: language, calling the waiter. */
  actions: ReactNode
}

/** The restaurant's colour, its name, and one plate that bleeds off the edge. */
export function MenuField({ menu, children, actions }: MenuFieldProps) {
  const dish = signatureDish(menu)
  return (
    <header className="menu-field">
      {dish && (
        <div className="menu-field-plate on-field">
          <Served picture={dish.picture} ware={dish.ware} sizes="(width < 700px) 160px, 384px" eager />
        </div>
      )}
      <div className="relative mx-auto grid min-h-58 max-w-280 content-between gap-5 px-4.5 pt-3.5 pb-11 rail:min-h-64 rail:px-8">
        <div className="flex items-center justify-between gap-3">
          <BrandMark name={menu.branch.name} logo={menu.branch.logo} />
          <div className="flex gap-2">{actions}</div>
        </div>
        <div className="grid w-[max(55%,min(100%,10.5rem))] gap-3.5 rail:w-1/2">
          <h1 className="type-place max-w-[4.5em] break-words rail:max-w-none">{menu.branch.name}</h1>
          {children}
        </div>
      </div>
    </header>
  )
}

/** The dish that stands for the house: one that is ordered often and has a picture of its own. */
function signatureDish({ categories }: Menu): MenuDish | undefined {
  const dishes = categories.flatMap((category) => category.dishes).filter(({ soldOut }) => !soldOut)
  const pictured = dishes.filter(({ picture }) => picture !== null && !picture.startsWith('noto-'))
  return pictured.find(({ popular, ware }) => popular && ware === 'bowl') ?? pictured[0]
}
