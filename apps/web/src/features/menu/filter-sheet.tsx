'use client'

import { type Allergen, diets as allDiets, allergens, type Diet } from '@repo/schemas/rules'
import { Info } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button.tsx'
import { CheckboxRow } from '@/components/ui/checkbox-row.tsx'
import { Sheet } from '@/components/ui/sheet.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import type { DishFacts } from './dish-facts.ts'
import { finderStore } from './finder-store.ts'

type FilterSheetProps = { open: boolean; facts: DishFacts[]; onClose: () => void }

/** Diets to keep and allergens to avoid. Says plainly what the filter can promise and what it cannot. */
export function FilterSheet({ open, facts, onClose }: FilterSheetProps) {
  const t = useTranslations('menu')
  const { diets, avoid, shown } = useStore(finderStore)
  const offered = allDiets.filter((diet) => facts.some((dish) => dish.diets.includes(diet)))
  const toggleDiet = (diet: Diet) => finderStore.setState({ diets: toggled(diets, diet) })
  const toggleAllergen = (allergen: Allergen) => finderStore.setState({ avoid: toggled(avoid, allergen) })
  const names = allergens
    .map((id) => ({ id, name: t(`allergens.${id}`) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('filter.title')}
      closeLabel={t('filter.close')}
      footer={
        <Button wide size={60} onClick={onClose}>
          {t('filter.show', { count: shown?.size ?? facts.length })}
        </Button>
      }
    >
      {offered.length > 0 && (
        <fieldset>
          <legend className="type-section pb-1">{t('filter.diets')}</legend>
          {offered.map((diet) => (
            <CheckboxRow
              key={diet}
              label={t(`diets.${diet}`)}
              checked={diets.includes(diet)}
              onChange={() => toggleDiet(diet)}
            />
          ))}
        </fieldset>
      )}
      <fieldset className="pt-4 pb-4">
        <legend className="type-section pt-4 pb-2">{t('filter.avoid')}</legend>
        <Strip tone="info" icon={<Info size={22} />} lead={t('filter.promiseLead')} className="mb-2">
          {t('filter.promise')}
        </Strip>
        <div className="grid grid-cols-1 gap-x-6 xs:grid-cols-2">
          {names.map(({ id, name }) => (
            <CheckboxRow
              key={id}
              label={name}
              checked={avoid.includes(id)}
              onChange={() => toggleAllergen(id)}
            />
          ))}
        </div>
      </fieldset>
    </Sheet>
  )
}

function toggled<Item>(items: readonly Item[], item: Item): Item[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item]
}
