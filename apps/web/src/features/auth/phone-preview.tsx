import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { BrandMark } from '@/components/brand/brand-mark.tsx'
import { DishTile } from '@/components/plate/dish-tile.tsx'
import { Served } from '@/components/plate/served.tsx'
import { iconButtonStyle } from '@/components/ui/icon-button.tsx'
import { Person } from '@/components/ui/person.tsx'
import { Price } from '@/components/ui/price.tsx'

const dishes = [
  { key: 'dishOne', picture: 'soup', ware: 'bowl', backdrop: 'sky', amountMinor: 1450 },
  { key: 'dishTwo', picture: 'tomatoes', ware: 'plate', backdrop: 'basil', amountMinor: 1100 },
] as const

/** The head of a guest's menu in a drawn phone; a picture, not a control. */
export function PhonePreview({ name, currency }: { name: string; currency: string }) {
  const t = useTranslations('auth.preview')
  return (
    <div className="phone">
      <div className="relative h-52 overflow-hidden bg-field px-4.5 pt-4 text-field-ink">
        <BrandMark name={name} logo={null} />
        <Served picture="noodles" ware="bowl" className="on-field absolute top-12 left-[54%] w-58" />
        <p className="type-place relative mt-4 line-clamp-2 max-w-[62%] text-[1.875rem] break-words">
          {name}
        </p>
        <p className="relative mt-2 flex items-center gap-3 text-sm">
          <span className="flex">
            <Person name="A" colour={4} size={28} />
            <Person name="J" colour={3} size={28} className="-ml-2" />
          </span>
          {t('table', { label: '4' })}
        </p>
      </div>
      <div className="relative -mt-6 flex-1 rounded-t-[26px] bg-background px-4.5 pt-2.5 text-ink">
        <div className="-mx-2 flex gap-1 overflow-hidden">
          <span className="type-label rounded-full bg-ink px-4 py-2.5 text-background">{t('tabNow')}</span>
          <span className="type-label px-3 py-2.5 whitespace-nowrap text-muted-foreground">
            {t('tabShare')}
          </span>
          <span className="type-label px-3 py-2.5 whitespace-nowrap text-muted-foreground">
            {t('tabFire')}
          </span>
        </div>
        <p className="type-section mt-3 mb-2.5">{t('heading')}</p>
        <div className="flex gap-3">
          {dishes.map(({ key, amountMinor, ...dish }) => (
            <DishTile
              key={key}
              {...dish}
              className="w-38 flex-none"
              name={t(key)}
              price={<Price amountMinor={amountMinor} currency={currency} />}
              action={
                <span className={iconButtonStyle({ variant: 'raised' })}>
                  <Plus size={20} />
                </span>
              }
            />
          ))}
        </div>
      </div>
      <p className="absolute inset-x-3 bottom-3 flex items-center gap-3 rounded-full bg-primary p-2 pr-5 font-semibold text-primary-foreground shadow-raised">
        <span className="flex size-10 items-center justify-center rounded-full bg-primary-foreground font-bold text-primary">
          2
        </span>
        {t('cart')}
        <Price className="ml-auto font-bold" amountMinor={2550} currency={currency} />
      </p>
    </div>
  )
}
