'use client'

import type { OrderLine, TableSession } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { GuestTable } from '@/components/table/guest-table.tsx'
import type { Seat } from '@/components/table/seat.tsx'
import { tablePlates } from './table-plates.ts'
import { useNow } from './use-now.ts'

type SeatState = ComponentProps<typeof Seat>['state']

const seatStates: Record<OrderLine['state'], SeatState> = {
  pending: 'waiting',
  confirmed: 'waiting',
  preparing: 'cooking',
  ready: 'ready',
  served: 'served',
  cancelled: 'bare',
}

/** A dish is rarely on the fire for longer; the arc never closes before the kitchen says so. */
const typicalCookingMs = 12 * 60_000
const mostProgress = 0.92
const mostSeats = 6

/** The table from above. Decorative: the list says the same in words. */
export function TablePicture({ table, className }: { table: TableSession; className?: string }) {
  const t = useTranslations('orders')
  const nowMs = useNow(10_000)
  const ownId = table.context.guestId
  const { plates, shared } = tablePlates(table.orders, table.guests, ownId)
  const seatOf = (line: OrderLine) => ({
    picture: line.picture,
    ware: line.ware,
    state: seatStates[line.state],
    ...(line.state === 'preparing' && {
      progress: Math.min(mostProgress, (nowMs - Date.parse(line.stateSince)) / typicalCookingMs),
    }),
  })
  return (
    <div aria-hidden>
      <GuestTable
        {...(className && { className })}
        seats={plates.slice(0, mostSeats).map(({ person, line }) => ({
          id: person.id,
          tag: person.id === ownId ? t('you', { name: person.name }) : person.name,
          ...(line ? seatOf(line) : { state: 'bare' as const }),
        }))}
        shared={shared.map((line) => ({ id: line.id, ...seatOf(line) }))}
      />
    </div>
  )
}
