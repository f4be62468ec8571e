import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type EmptyStateProps = {
  /** Usually a bare plate. */
  picture: ReactNode
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** Level of the title in the page's outline. */
  level?: 1 | 2 | 3
  className?: string
}

/** A clean plate, one sentence, one action. */
export function EmptyState({ picture, title, children, action, level = 2, className }: EmptyStateProps) {
  const Title = `h${level}` as const
  return (
    <div className={cn('mx-auto grid max-w-80 justify-items-center gap-2 py-8 text-center', className)}>
      <div className="mb-3 w-36">{picture}</div>
      <Title className="type-section">{title}</Title>
      {children && <div className="text-muted-foreground text-balance">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
