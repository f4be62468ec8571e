import { useTranslations } from 'next-intl'

/** No open tickets: three clean plates. */
export function KitchenEmpty() {
  const t = useTranslations('kitchen')
  return (
    <div className="flex h-full flex-col items-center justify-center gap-5 text-center">
      <svg aria-hidden viewBox="0 0 208 96" className="h-24">
        {[48, 104, 160].map((x) => (
          <g key={x}>
            <circle cx={x} cy="48" r="44" fill="var(--plate)" stroke="var(--rim)" strokeWidth="5" />
            <circle cx={x} cy="48" r="32" fill="none" stroke="var(--line)" strokeWidth="2" />
          </g>
        ))}
      </svg>
      <p className="type-screen">{t('emptyTitle')}</p>
      <p className="text-muted-foreground">{t('emptyHint')}</p>
    </div>
  )
}
