import type { CSSProperties, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'
import { Served, type ServedProps } from '../plate/served.tsx'
import { floorPlaces, type TableShape } from './floor-places.ts'

type FloorPlate = Pick<ServedProps, 'picture' | 'ware'> & { ready?: boolean }

type FloorTableProps = {
  label: string
  shape: TableShape
  seats: number
  /** One per seated guest, in seating order; `picture` undefined is a bare plate. Empty: the table is free. */
  plates: readonly FloorPlate[]
  /** The state in words, hung on the lower edge. */
  badge?: ReactNode
  /** Ringed while its panel is open. */
  selected?: boolean
  className?: string
}

/** A table on the floor plan: chairs, plates and food show what stands there now. */
export function FloorTable({ label, shape, seats, plates, badge, selected, className }: FloorTableProps) {
  const free = plates.length === 0
  const places = floorPlaces(shape, Math.max(seats, plates.length))
  return (
    <span
      className={cn('floor-table', className)}
      data-shape={shape}
      data-seats={seats > 2 ? 'many' : 'few'}
      data-selected={selected}
    >
      {places.map((place, at) => (
        <span
          key={`${place.chairX} ${place.chairY}`}
          className={cn('chair', at < plates.length && 'chair-on')}
          style={{ left: `${place.chairX}%`, top: `${place.chairY}%`, rotate: `${place.turnDeg}deg` }}
        />
      ))}
      <span className={cn('floor-top', free ? 'floor-top-free' : 'wood')} />
      {plates.slice(0, places.length).map((plate, at) => {
        const place = places[at]
        const spot: CSSProperties = { left: `${place?.xPercent}%`, top: `${place?.yPercent}%` }
        return (
          <span key={at} className={cn('floor-plate', plate.ready && 'floor-plate-ready')} style={spot}>
            <Served picture={plate.picture} ware={plate.ware ?? 'plate'} sizes="44px" small />
          </span>
        )
      })}
      <span className={cn('type-table-number floor-label', free && 'text-muted-foreground')}>{label}</span>
      {badge && <span className="floor-badge">{badge}</span>}
    </span>
  )
}
