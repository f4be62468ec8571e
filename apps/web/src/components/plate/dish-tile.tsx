import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'
import { Served, type ServedProps } from './served.tsx'

type DishTileProps = Pick<ServedProps, 'picture' | 'ware' | 'eager' | 'className'> & {
  backdrop: string
  /** The dish's name, usually a link that covers the tile. */
  name: ReactNode
  price: ReactNode
  /** The add button, or the count that it became. */
  action?: ReactNode
  soldOut?: boolean
}

/** A dish that invites: the plate bleeds off the top right, name and price stand on the backdrop. */
export function DishTile({ backdrop, name, price, action, soldOut, className, ...served }: DishTileProps) {
  return (
    <article className={cn('dish-tile', `backdrop-${backdrop}`, soldOut && 'sold-out', className)}>
      <Served {...served} sizes="(width < 700px) 160px, 220px" />
      <div className="mt-auto flex min-h-[45%] flex-col justify-end gap-2.5 p-3.5">
        <h3 className="type-dish">{name}</h3>
        <div className="flex min-h-11 items-center justify-between gap-2">
          <span className="type-price">{price}</span>
          {action}
        </div>
      </div>
    </article>
  )
}
