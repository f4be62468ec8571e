'use client'

import type { LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { useKeepFocus } from '@/lib/live/use-keep-focus.ts'
import type { LaneKey } from './lanes.ts'

export type LaneName = LaneKey | 'table'

export const laneId = (name: LaneName): string => `lane-${name}`

type LaneProps = { name: LaneName; Icon: LucideIcon; count: number; children: ReactNode }

export function Lane({ name, Icon, count, children }: LaneProps) {
  const t = useTranslations('staffBoard')
  const id = laneId(name)
  const section = useRef<HTMLElement>(null)
  useKeepFocus(section)
  return (
    <section ref={section} tabIndex={-1} aria-labelledby={id} className="min-w-0 outline-none">
      <header className="flex items-center gap-3 pb-3">
        <Icon size={22} className="text-muted-foreground" aria-hidden />
        <h2 id={id} className="type-section flex-1 scroll-mt-4">
          {t(`lane.${name}`)}
        </h2>
        <span className="type-label figures text-muted-foreground">{count}</span>
      </header>
      {count === 0 && <p className="type-hint pb-1 text-muted-foreground">{t(`empty.${name}`)}</p>}
      <ul className="grid gap-3.5">{children}</ul>
    </section>
  )
}
