import type { CSSProperties, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type TableTopProps = { children?: ReactNode; className?: string }

/** A round wooden table from above. Put `<OnTable>` things on it; its own width sets their size. */
export function TableTop({ children, className }: TableTopProps) {
  return <div className={cn('table-top wood', className)}>{children}</div>
}

type OnTableProps = {
  /** From -1 to 1 of the table's radius, measured from its centre; y points down. */
  x: number
  y: number
  /** Share of the table's width. */
  size: number
  children: ReactNode
}

export function OnTable({ x, y, size, children }: OnTableProps) {
  const place: CSSProperties = { left: `${50 + 50 * x}%`, top: `${50 + 50 * y}%`, width: `${100 * size}%` }
  return (
    <div className="on-table" style={place}>
      {children}
    </div>
  )
}
