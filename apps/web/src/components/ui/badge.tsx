import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

/** A count on a corner. Yolk, because someone waits. */
export function Badge({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={cn(
        'figures inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-yolk px-1 text-[0.78125rem] font-bold text-yolk-ink',
        className,
      )}
    >
      <span aria-hidden>{children}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
