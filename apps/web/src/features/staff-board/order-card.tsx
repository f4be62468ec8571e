'use client'

import { ticketAge } from '@repo/schemas/rules'
import { Siren, User } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip.tsx'
import { cn } from '@/lib/cn.ts'
import { dishWords } from '@/lib/live/dish-words.ts'
import { useNow } from '@/lib/live/live-branch.tsx'
import { PlateRow } from '@/lib/live/plate-row.tsx'
import { Timer } from '@/lib/live/timer.tsx'
import { AllergyChip } from './allergy-chip.tsx'
import type { LaneCard, LaneKey } from './lanes.ts'
import { OrderHeading } from './order-heading.tsx'
import { OrderVerbs } from './order-verbs.tsx'

type OrderCardProps = {
  card: LaneCard
  lane: LaneKey
  /** The time after which dishes are late; the usual one where the branch's own is not known. */
  targetMinutes: number | undefined
  selected: boolean
  onSelect: () => void
}

/** The plates of one order in one lane, who they are for, and the verb that brings them on. */
export function OrderCard({ card, lane, targetMinutes = 15, selected, onSelect }: OrderCardProps) {
  const t = useTranslations('staffBoard')
  const { order, lines, since } = card
  const now = useNow()
  const isLate = lane !== 'pass' && ticketAge(new Date(since), now, targetMinutes) === 'late'
  return (
    <article
      className={cn(
        'relative grid gap-2.5 rounded-lg border-2 bg-surface p-4 hover:bg-raised',
        isLate ? 'border-danger' : selected ? 'border-primary' : 'border-line',
      )}
    >
      <OrderHeading order={order} onSelect={onSelect} selected={selected}>
        <Timer since={since} />
      </OrderHeading>
      <PlateRow plates={lines} />
      <p className="type-hint line-clamp-3 text-muted-foreground">{dishWords(lines)}</p>
      {order.note && (
        <p dir="auto" className="type-hint rounded-sm bg-warning-soft px-3 py-2 text-warning-text">
          {order.note}
        </p>
      )}
      <AllergyChip note={order.allergyNote} />
      <div className="flex flex-wrap items-center gap-2">
        {isLate && (
          <Chip tone="dangerSolid" icon={<Siren size={15} strokeWidth={2.4} aria-hidden />}>
            {t('late')}
          </Chip>
        )}
        {order.guestName && (
          <Chip icon={<User size={15} strokeWidth={2.4} aria-hidden />}>
            <span dir="auto">{order.guestName}</span>
          </Chip>
        )}
        <OrderVerbs order={order} lines={lines} className="ml-auto" />
      </div>
    </article>
  )
}
