'use client'

import type { Order, TableBoard } from '@repo/schemas/contract'
import { ticketAge } from '@repo/schemas/rules'
import { Hand, ReceiptText, Siren, User } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip.tsx'
import { cn } from '@/lib/cn.ts'
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
  room: TableBoard | null
  selected: boolean
  onSelect: () => void
}

/** The time after which dishes are late, where the branch's own is not known. */
const usualTargetMinutes = 15

/** The plates of one order in one lane, who they are for, and the verb that brings them on. */
export function OrderCard({ card, lane, room, selected, onSelect }: OrderCardProps) {
  const { order, lines, since } = card
  const now = useNow()
  const target = room?.targetMinutes ?? usualTargetMinutes
  const isLate = (lane === 'in' || lane === 'fire') && ticketAge(new Date(since), now, target) === 'late'
  return (
    <article
      className={cn(
        'relative grid gap-2.5 rounded-lg border-2 bg-surface p-4 hover:bg-raised',
        isLate ? 'border-danger' : selected ? 'border-primary' : 'border-line',
      )}
    >
      <OrderHeading order={order} onSelect={onSelect} selected={selected}>
        {lane === 'table' ? <Served /> : <Timer since={since} />}
      </OrderHeading>
      <PlateRow plates={lines} />
      <p className="type-hint line-clamp-3 text-muted-foreground">{lineWords(lines)}</p>
      {order.note && (
        <p dir="auto" className="type-hint rounded-sm bg-warning-soft px-3 py-2 text-warning-text">
          {order.note}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <AllergyChip note={order.allergyNote} />
        {isLate && <LateChip />}
        {order.guestName && (
          <Chip icon={<User size={15} strokeWidth={2.4} aria-hidden />}>
            <span dir="auto">{order.guestName}</span>
          </Chip>
        )}
        {lane === 'table' && <Calls order={order} room={room} />}
      </div>
      {lane !== 'table' && <OrderVerbs order={order} lines={lines} />}
    </article>
  )
}

const lineWords = (lines: Order['lines']): string =>
  lines.map(({ name, quantity }) => (quantity > 1 ? `${quantity} ${name}` : name)).join(', ')

function Served() {
  const t = useTranslations('staffBoard.state')
  return t('served')
}

function LateChip() {
  const t = useTranslations('staffBoard')
  return (
    <Chip tone="dangerSolid" icon={<Siren size={15} strokeWidth={2.4} aria-hidden />}>
      {t('late')}
    </Chip>
  )
}

/** Calls from the table, each a way to it. */
function Calls({ order, room }: { order: Order; room: TableBoard | null }) {
  const t = useTranslations('staffBoard.call')
  const table = room?.tables.find(({ session }) => session?.id === order.sessionId)
  const calls = table?.session?.calls.filter(({ state }) => state === 'open') ?? []
  return calls.map(({ id, kind, calledAt }) => (
    <Link key={id} href={`/tables?table=${table?.id}`} className="relative rounded-full py-2">
      <Chip
        tone="yolk"
        icon={
          kind === 'bill' ? (
            <ReceiptText size={15} strokeWidth={2.4} aria-hidden />
          ) : (
            <Hand size={15} strokeWidth={2.4} aria-hidden />
          )
        }
      >
        {t(kind)} <Timer since={calledAt} className="font-extrabold" />
      </Chip>
    </Link>
  ))
}
