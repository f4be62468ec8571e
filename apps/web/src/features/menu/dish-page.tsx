import { MoonStar } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip.tsx'
import { Price } from '@/components/ui/price.tsx'
import { DietBadge } from './diet-badge.tsx'
import { DishConfigurator } from './dish-configurator.tsx'
import { DishHero } from './dish-hero.tsx'
import type { FoundDish } from './find-dish.ts'

type DishPageProps = FoundDish & { backHref: string; backLabel: string }

/** One dish: its picture, what it is, what is in it, what can be chosen. */
export function DishPage({ dish, backdrop, currency, language, backHref, backLabel }: DishPageProps) {
  const t = useTranslations('menu')
  return (
    <div className="rail:grid rail:grid-cols-2">
      <DishHero dish={dish} backdrop={backdrop} backHref={backHref} backLabel={backLabel} />
      <main
        lang={language}
        className="relative -mt-6.5 rounded-t-[26px] bg-background rail:mt-0 rail:rounded-none"
      >
        <div className="mx-auto grid max-w-160 content-start gap-6 px-4.5 pt-6 pb-36 rail:px-8 rail:pt-12">
          <div className="grid gap-2">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <h1 className="type-dish-title min-w-0 flex-[1_1_12rem] text-wrap! break-words">{dish.name}</h1>
              <Price
                amountMinor={dish.priceMinor}
                currency={currency}
                className="font-display text-2xl font-bold"
              />
            </div>
            <p className="text-base text-muted-foreground">{dish.description}</p>
            <p className="flex flex-wrap items-center gap-3 empty:hidden">
              <DietBadge diets={dish.diets} />
              {dish.soldOut && <Chip icon={<MoonStar size={16} strokeWidth={2.4} />}>{t('soldOut')}</Chip>}
            </p>
          </div>
          <DishConfigurator dish={dish} backdrop={backdrop} />
        </div>
      </main>
    </div>
  )
}
