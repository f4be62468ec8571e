'use client'

import { useTranslations } from 'next-intl'
import { type LaneName, laneId } from './lane.tsx'

type LaneLinksProps = { counts: Partial<Record<LaneName, number>> }

/** On a phone the lanes lie below each other: how many are in each, and a jump to it. */
export function LaneLinks({ counts }: LaneLinksProps) {
  const t = useTranslations('staffBoard')
  return (
    <nav
      aria-label={t('lanes')}
      className="flex gap-2 overflow-x-auto px-4.5 pb-3 scrollbar-none relative rail:hidden"
    >
      {(Object.keys(counts) as LaneName[]).map((name) => (
        <a
          key={name}
          href={`#${laneId(name)}`}
          className="type-chip flex min-h-11 shrink-0 items-center gap-2 rounded-full border px-3.5"
        >
          {t(`lane.${name}`)}
          <span className="figures text-muted-foreground">{counts[name]}</span>
        </a>
      ))}
    </nav>
  )
}
