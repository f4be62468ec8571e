'use client'

import { useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
import { useStore } from 'zustand'
import { finderStore } from './finder-store.ts'

type FindableSectionProps = { id: string; title: string; dishIds: readonly string[]; children: ReactNode }

/** A category, counted by what is shown of it. */
export function FindableSection({ id, title, dishIds, children }: FindableSectionProps) {
  const t = useTranslations('menu')
  const count = useStore(finderStore, ({ shown }) =>
    shown === null ? dishIds.length : dishIds.filter((dishId) => shown.has(dishId)).length,
  )
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      hidden={count === 0}
      className="menu-section menu-category"
      style={{ '--rows': count } as CSSProperties}
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id={`${id}-title`} className="type-section">
          {title}
        </h2>
        <span className="type-hint shrink-0 text-muted-foreground">{t('dishCount', { count })}</span>
      </div>
      {children}
    </section>
  )
}
