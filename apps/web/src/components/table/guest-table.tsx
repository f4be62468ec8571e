import type { ComponentProps, ReactNode } from 'react'
import { guestPlaces } from './guest-places.ts'
import { Seat } from './seat.tsx'
import { OnTable, TableTop } from './table-top.tsx'

type GuestSeat = ComponentProps<typeof Seat> & { id: string }

type GuestTableProps = {
  /** The viewer first. */
  seats: readonly GuestSeat[]
  /** Dishes and drinks that belong to nobody alone; the first four are shown. */
  shared?: readonly GuestSeat[]
  /** Anything else on the wood, as `<OnTable>`. */
  children?: ReactNode
  className?: string
}

const sharedPlaces = [
  { x: 0.09, y: -0.3, size: 0.125 },
  { x: -0.48, y: 0.3, size: 0.13 },
  { x: 0.46, y: 0.34, size: 0.13 },
  { x: 0.3, y: -0.08, size: 0.12 },
]

/** The diner's own table: who sits where, and how far each plate is. */
export function GuestTable({ seats, shared = [], children, className }: GuestTableProps) {
  const places = guestPlaces(seats.length)
  const size = seats.length <= 3 ? 0.27 : seats.length <= 5 ? 0.23 : 0.19
  return (
    <TableTop {...(className && { className })}>
      {shared.slice(0, sharedPlaces.length).map(({ id, ...item }, at) => {
        const place = sharedPlaces[at]
        return (
          place && (
            <OnTable key={id} {...place}>
              <Seat {...item} />
            </OnTable>
          )
        )
      })}
      {seats.map(({ id, ...seat }, at) => {
        const place = places[at]
        return (
          place && (
            <OnTable key={id} {...place} size={size}>
              <Seat {...seat} />
            </OnTable>
          )
        )
      })}
      {children}
    </TableTop>
  )
}
