import { type ReactNode, useId } from 'react'

type PanelSectionProps = { title: string; aside?: ReactNode; children: ReactNode }

export function PanelSection({ title, aside, children }: PanelSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t pt-2 pb-3 first:border-t-0">
      <header className="flex min-h-11 items-center justify-between gap-3">
        <h3 id={id} className="type-label text-muted-foreground">
          {title}
        </h3>
        {aside}
      </header>
      {children}
    </section>
  )
}
