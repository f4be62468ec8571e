import { type ReactNode, useId } from 'react'

export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-4 rounded-lg bg-surface p-5 shadow-resting">
      <h2 id={id} className="type-section">
        {title}
      </h2>
      {children}
    </section>
  )
}
