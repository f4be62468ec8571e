'use client'

import type { TableBoard } from '@repo/schemas/contract'
import { BellRing, Flame, Inbox, Utensils } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Ware } from '@/components/plate/ware.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { Lane } from './lane.tsx'
import { LaneLinks } from './lane-links.tsx'
import { type LaneKey, type Lanes, laneKeys, type ServedTable } from './lanes.ts'
import { OrderCard } from './order-card.tsx'
import { ServedCard } from './served-card.tsx'

type LaneBoardProps = {
  lanes: Lanes
  /** Null for those who do not work the floor, as is the room. */
  served: ServedTable[] | null
  room: TableBoard | null
  selectedId: string | null
  onSelect: (orderId: string) => void
}

const icons = { in: Inbox, fire: Flame, pass: BellRing }

/** From the guest's phone to the table: four lanes beside each other, or below each other on a phone. */
export function LaneBoard({ lanes, served, room, selectedId, onSelect }: LaneBoardProps) {
  const t = useTranslations('staffBoard')
  if (laneKeys.every((key) => lanes[key].length === 0) && !served?.length)
    return (
      <EmptyState picture={<ThreePlates />} title={t('empty.live')} className="pt-16">
        {t('empty.liveHint')}
      </EmptyState>
    )
  const lane = (key: LaneKey) => (
    <Lane name={key} Icon={icons[key]} count={lanes[key].length}>
      {lanes[key].map((card) => (
        <li key={card.order.id}>
          <OrderCard
            card={card}
            lane={key}
            targetMinutes={room?.targetMinutes}
            selected={card.order.id === selectedId}
            onSelect={() => onSelect(card.order.id)}
          />
        </li>
      ))}
    </Lane>
  )
  return (
    <>
      <LaneLinks counts={{ ...countCards(lanes), ...(served && { table: served.length }) }} />
      <div className="grid items-start gap-x-4 gap-y-6 px-4.5 pt-1 rail:grid-cols-2 rail:px-6 panel:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
        <div className={pairStyle}>
          {lane('in')}
          {lane('fire')}
        </div>
        <div className={pairStyle}>
          {lane('pass')}
          {served && room && (
            <Lane name="table" Icon={Utensils} count={served.length}>
              {served.map((table) => (
                <li key={table.sessionId}>
                  <ServedCard served={table} room={room} />
                </li>
              ))}
            </Lane>
          )}
        </div>
      </div>
    </>
  )
}

/** On a tablet two lanes share a column, so that the pass is in sight however much is new. */
const pairStyle = 'grid min-w-0 gap-6 panel:contents'

const countCards = (lanes: Lanes) => ({
  in: lanes.in.length,
  fire: lanes.fire.length,
  pass: lanes.pass.length,
})

function ThreePlates() {
  return (
    <span className="-mx-8 flex justify-center">
      {[0, 1, 2].map((plate) => (
        <Ware key={plate} kind="plate" className="-mx-2 w-24" />
      ))}
    </span>
  )
}
