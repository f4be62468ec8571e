import type { Diet } from '@repo/schemas/rules'
import { Leaf } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** The strictest diet that a dish keeps, in a word. */
export function DietBadge({ diets }: { diets: readonly Diet[] }) {
  const t = useTranslations('menu.diets')
  const [strictest] = shown.filter((diet) => diets.includes(diet))
  if (!strictest) return null
  return (
    <span className="type-chip diet-badge">
      <Leaf size={16} strokeWidth={2.4} aria-hidden />
      {t(strictest)}
    </span>
  )
}

const shown: Diet[] = ['vegan', 'vegetarian', 'halal', 'kosher']
