import type { CSSProperties } from 'react'
import { cn } from '@/lib/cn.ts'
import { Served } from '../plate/served.tsx'

/** Centres in percent of the table, diameters in percent of its longer side. */
const dishes = [
  { picture: 'beef', ware: 'plate', left: 12, top: 10, size: 48 },
  { picture: 'ceviche', ware: 'bowl', left: 57, top: 26.5, size: 44 },
  { picture: 'greens', ware: 'bowl', left: 93, top: 9, size: 37 },
  { picture: 'tart', ware: 'plate', left: 97, top: 53, size: 36 },
  { picture: 'causa', ware: 'plate', left: 10, top: 69, size: 39.5 },
  { picture: 'noodles', ware: 'bowl', left: 62, top: 79.5, size: 47 },
  { picture: 'bread', ware: 'plate', left: 101, top: 92, size: 37.5 },
  { picture: 'chicha', ware: 'glass', left: 31, top: 48, size: 15.5 },
  { picture: 'lemonade', ware: 'glass', left: 75, top: 41, size: 14.5 },
  { picture: 'passion', ware: 'glass', left: 38, top: 95, size: 15.5 },
]

/** Plates keep their proportion on a square table and do not crowd a narrow one. */
const diameter = (percent: number) => `min(${percent}cqmax, ${1.6 * percent}cqmin)`

/** A laid wooden table that fills its box; decoration beside a form or a headline. */
export function LaidTable({ className }: { className?: string }) {
  return (
    <div aria-hidden className={cn('laid-table wood-planks', className)}>
      {dishes.map(({ left, top, size, ...dish }) => {
        const place: CSSProperties = { left: `${left}%`, top: `${top}%`, width: diameter(size) }
        return (
          <div key={dish.picture} className="on-table" style={place}>
            <Served {...dish} sizes={size > 20 ? '400px' : '140px'} />
          </div>
        )
      })}
    </div>
  )
}
