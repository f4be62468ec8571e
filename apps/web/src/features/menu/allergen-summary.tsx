import { type Allergen, allergens, type DeclaredAllergens } from '@repo/schemas/rules'
import { Check, CircleHelp, ShieldAlert, TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip.tsx'

type AllergenSummaryProps = {
  /** Of the dish with what was chosen for it. */
  declared: DeclaredAllergens
  /** What this guest avoids. */
  avoid?: readonly Allergen[]
}

/** What is in the dish, what may be, what nobody declared, and what it is free of; all fourteen on request. */
export function AllergenSummary({ declared, avoid = [] }: AllergenSummaryProps) {
  const t = useTranslations('menu')
  const format = useFormatter()
  const withLevel = (level: DeclaredAllergens[Allergen]) =>
    allergens.filter((name) => declared[name] === level)
  const names = (list: readonly Allergen[]) =>
    format.list(list.map((name) => t(`allergens.${name}`).toLocaleLowerCase()))
  const [contains, mayContain, unknown, free] = [
    withLevel('contains'),
    withLevel('may_contain'),
    withLevel(undefined),
    withLevel('free'),
  ]
  const unsafe = avoid.filter((name) => declared[name] !== 'free')
  return (
    <div className="grid gap-2.5">
      <div className="flex flex-wrap gap-2">
        {unsafe.length > 0 && (
          <Chip tone="dangerSolid" size={32} icon={<ShieldAlert size={18} strokeWidth={2.4} />}>
            {t('allergy.notForYou', { names: names(unsafe) })}
          </Chip>
        )}
        {contains.length > 0 && (
          <Chip tone="warning" size={32} icon={<TriangleAlert size={17} strokeWidth={2.4} />}>
            {t('allergy.contains', { names: names(contains) })}
          </Chip>
        )}
        {mayContain.length > 0 && (
          <Chip tone="warning" size={32} icon={<TriangleAlert size={17} strokeWidth={2.4} />}>
            {t('allergy.mayContain', { names: names(mayContain) })}
          </Chip>
        )}
        {unknown.length > 0 && (
          <Chip size={32} icon={<CircleHelp size={17} strokeWidth={2.4} />}>
            {unknown.length > mostNamed
              ? t('allergy.unknownMany', { count: unknown.length })
              : t('allergy.unknown', { names: names(unknown) })}
          </Chip>
        )}
        {free.length > 0 && (
          <Chip tone="success" size={32} icon={<Check size={17} strokeWidth={2.4} />}>
            {free.length > mostNamed
              ? t('allergy.freeMany', { count: free.length })
              : t('allergy.free', { names: names(free) })}
          </Chip>
        )}
      </div>
      <details className="type-hint group">
        <summary className="inline-flex min-h-11 items-center font-semibold text-muted-foreground underline underline-offset-4 hover:text-ink">
          {t('allergy.all', { count: allergens.length })}
        </summary>
        <dl className="grid grid-cols-1 gap-x-6 pb-2 xs:grid-cols-2">
          {allergens.map((name) => (
            <div key={name} className="flex justify-between gap-3 border-b py-1.5">
              <dt>{t(`allergens.${name}`)}</dt>
              <dd className={declared[name] === 'free' ? 'text-success-text' : 'font-semibold'}>
                {t(`allergy.level.${declared[name] ?? 'unknown'}`)}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

const mostNamed = 4
