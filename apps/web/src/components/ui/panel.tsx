import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn.ts'

type PanelProps = {
  title: ReactNode
  /** Stands at the end of the title's line, such as a state. */
  aside?: ReactNode
  children: ReactNode
  className?: string
}

/** One matter of a settings page. */
export function Panel({ title, aside, children, className }: PanelProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={cn(
        'grid grid-cols-1 content-start gap-4 rounded-lg bg-surface p-5 shadow-resting rail:p-6',
        className,
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={id} className="type-section">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
