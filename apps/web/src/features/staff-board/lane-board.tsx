'use client'

import type { TableBoard } from '@repo/schemas/contract'
import { BellRing, Flame, Inbox, type LucideIcon, Utensils } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Ware } from '@/components/plate/ware.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { type LaneCard, type LaneKey, type Lanes, laneKeys } from './lanes.ts'
import { OrderCard } from './order-card.tsx'

type LaneBoardProps = {
  lanes: Lanes
  /** Null for those who do not work the floor. */
  room: TableBoard | null
  selectedId: string | null
  onSelect: (orderId: string) => void
}

const icons: Record<LaneKey, LucideIcon> = { in: Inbox, fire: Flame, pass: BellRing, table: Utensils }

export function LaneBoard({ lanes, ...board }: LaneBoardProps) {
  const t = useTranslations('staffBoard')
  if (laneKeys.every((key) => lanes[key].length === 0))
    return (
      <EmptyState picture={<ThreePlates />} title={t('empty.live')} className="pt-16">
        {t('empty.liveHint')}
      </EmptyState>
    )
  return (
    <div className="grid items-start gap-x-4 gap-y-6 px-4.5 rail:grid-cols-2 rail:px-6 xl:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
      {laneKeys.map((key) => (
        <Lane key={key} lane={key} cards={lanes[key]} {...board} />
      ))}
    </div>
  )
}

type LaneProps = Omit<LaneBoardProps, 'lanes'> & { lane: LaneKey; cards: readonly LaneCard[] }

function Lane({ lane, cards, room, selectedId, onSelect }: LaneProps) {
  const t = useTranslations('staffBoard')
  const id = useId()
  const Icon = icons[lane]
  return (
    <section aria-labelledby={id} className="min-w-0">
      <header className="flex items-center gap-3 pb-3">
        <Icon size={22} className="text-muted-foreground" aria-hidden />
        <h2 id={id} className="type-section flex-1">
          {t(`lane.${lane}`)}
        </h2>
        <span className="type-label figures text-muted-foreground">{cards.length}</span>
      </header>
      {cards.length === 0 && <p className="type-hint pb-1 text-muted-foreground">{t(`empty.${lane}`)}</p>}
      <ul className="grid gap-3.5">
        {cards.map((card) => (
          <li key={card.key}>
            <OrderCard
              card={card}
              lane={lane}
              room={room}
              selected={card.order.id === selectedId}
              onSelect={() => onSelect(card.order.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ThreePlates() {
  return (
    <span className="-mx-8 flex justify-center">
      {[0, 1, 2].map((plate) => (
        <Ware key={plate} kind="plate" className="-mx-2 w-24" />
      ))}
    </span>
  )
}
