'use client'

import { ShieldCheck } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { Served } from '@/components/plate/served.tsx'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { clearFinder } from './clear-finder.ts'
import type { DishFacts } from './dish-facts.ts'
import { finderStore } from './finder-store.ts'

/** Says what is shown and why the rest is not; a clean plate when nothing is left. */
export function FinderSummary({ facts, onChange }: { facts: DishFacts[]; onChange: () => void }) {
  const t = useTranslations('menu')
  const format = useFormatter()
  const { diets, avoid, shown, unknownCount } = useStore(finderStore)
  const count = shown?.size ?? facts.length
  const isFiltered = diets.length + avoid.length > 0
  const avoided = avoid.map((name) => t(`allergens.${name}`).toLocaleLowerCase())
  const without = t('filter.without', { allergens: format.list(avoided, { type: 'disjunction' }) })
  const kept = diets.map((diet) => t(`diets.${diet}`).toLocaleLowerCase())
  const what = format.list(avoid.length > 0 ? [...kept, without] : kept)
  return (
    <>
      {isFiltered ? (
        <div className="mt-3 grid gap-2">
          <Strip tone="success" icon={<ShieldCheck size={22} />} lead={t('filter.found', { count, what })}>
            {unknownCount > 0 && t('filter.unknown', { count: unknownCount })}
          </Strip>
          <div className="flex gap-2">
            <Button size={44} variant="line" onClick={onChange}>
              {t('filter.change')}
            </Button>
            <Button size={44} variant="line" onClick={clearFinder}>
              {t('filter.clear')}
            </Button>
          </div>
        </div>
      ) : (
        <p role="status" className="type-hint pt-3 text-muted-foreground">
          {t('search.found', { count })}
        </p>
      )}
      {count === 0 && (
        <EmptyState
          picture={<Served />}
          title={t('search.nothing')}
          action={
            <Button variant="line" onClick={clearFinder}>
              {t('search.showAll')}
            </Button>
          }
        >
          {t(isFiltered ? 'filter.nothingHint' : 'search.nothingHint')}
        </EmptyState>
      )}
    </>
  )
}
