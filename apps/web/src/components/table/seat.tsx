import { BellRing, Check, Clock, Flame } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'
import { Served, type ServedProps } from '../plate/served.tsx'
import { SeatRing, type SeatState } from './seat-ring.tsx'

type SeatProps = Pick<ServedProps, 'picture' | 'ware' | 'sizes'> & {
  state: SeatState
  /** Share of the cooking time that has passed, 0 to 1. */
  progress?: number
  /** Name tag below the plate. */
  tag?: ReactNode
  /** Initial on a bare plate, for who sits here before food does. */
  initial?: string
  className?: string
}

const marks = { waiting: Clock, cooking: Flame, ready: BellRing, served: Check }

/** One place at a table seen from above: plate, ring, mark and name. The same news must stand in words nearby. */
export function Seat({
  picture,
  ware = 'plate',
  sizes = '120px',
  state,
  progress,
  tag,
  initial,
  className,
}: SeatProps) {
  const dish = state === 'waiting' ? undefined : state === 'bare' ? picture : (picture ?? null)
  const Mark = state === 'bare' ? null : marks[state]
  return (
    <div className={cn('seat', className)}>
      <div className="seat-plate" data-state={state}>
        <Served ware={ware} sizes={sizes} faint={state === 'cooking'} picture={dish} />
        {initial && <span className="seat-initial">{initial}</span>}
        <SeatRing state={state} {...(progress !== undefined && { progress })} />
        {Mark && (
          <span className="seat-mark">
            <Mark />
          </span>
        )}
      </div>
      {tag && <span className="seat-tag">{tag}</span>}
    </div>
  )
}
