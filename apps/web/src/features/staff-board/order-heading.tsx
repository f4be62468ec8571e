'use client'

import type { Order } from '@repo/schemas/contract'
import { formatOrderNumber } from '@repo/schemas/rules'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type OrderHeadingProps = {
  order: Order
  /** Below which heading of the page it stands. */
  level?: 2 | 3
  selected: boolean
  onSelect: () => void
  /** At the right edge: its age, or that it is over. */
  children: ReactNode
}

/** Table, number and age; the whole card opens the order. */
export function OrderHeading({ order, level = 3, selected, onSelect, children }: OrderHeadingProps) {
  const t = useTranslations('staffBoard')
  const Heading = `h${level}` as const
  return (
    <div className="flex items-baseline justify-between gap-3">
      <Heading className="min-w-0">
        <button
          type="button"
          aria-pressed={selected}
          onClick={onSelect}
          className="flex flex-wrap items-baseline gap-x-2 text-left after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-ring"
        >
          <span className="type-section">{t('table', { label: order.tableLabel })}</span>
          <span className="type-hint figures text-muted-foreground">#{formatOrderNumber(order.number)}</span>
        </button>
      </Heading>
      <span className="type-section shrink-0 text-[1.1875rem]">{children}</span>
    </div>
  )
}
