import type { Guest } from '@repo/schemas/contract'
import type { ReactNode } from 'react'
import { OpenSeat } from '@/components/table/open-seat.tsx'
import { Seat } from '@/components/table/seat.tsx'
import { TableCard } from '@/components/table/table-card.tsx'
import { OnTable, TableTop } from '@/components/table/table-top.tsx'

type SceneTableProps = {
  tableLabel: string
  /** Those whose names may be shown; `tag` is what hangs below the plate. */
  seated: readonly (Pick<Guest, 'id' | 'name'> & { tag: ReactNode })[]
  /** Plates of people whose names are not for this guest to know. */
  strangers?: number
  /** The free place: the initial of who asks for it, or a plus. */
  newcomer?: string
}

const places = [
  { x: -0.54, y: -0.2 },
  { x: 0.24, y: -0.6 },
  { x: -0.18, y: -0.68 },
]

/** The table with a place that somebody may take. */
export function SceneTable({ tableLabel, seated, strangers = 0, newcomer }: SceneTableProps) {
  const shown = seated.slice(0, places.length)
  const isFree = shown.length + strangers === 0
  return (
    <TableTop>
      <OnTable {...(isFree ? { x: 0.3, y: -0.52 } : { x: 0.02, y: -0.02 })} size={0.14}>
        <TableCard label={tableLabel} />
      </OnTable>
      {shown.map(({ id, name, tag }, at) => (
        <OnTable key={id} {...placeOf(at)} size={0.27}>
          <Seat state="bare" initial={Array.from(name)[0]?.toLocaleUpperCase() ?? ''} tag={tag} />
        </OnTable>
      ))}
      {Array.from({ length: strangers }, (_, at) => (
        <OnTable key={at} {...placeOf(at)} size={0.27}>
          <Seat state="bare" />
        </OnTable>
      ))}
      <OnTable {...(isFree ? { x: -0.04, y: 0, size: 0.36 } : { x: 0.5, y: 0.12, size: 0.29 })}>
        <OpenSeat {...(newcomer && { initial: newcomer })} />
      </OnTable>
    </TableTop>
  )
}

const placeOf = (at: number) => places[at] ?? { x: 0, y: 0 }
