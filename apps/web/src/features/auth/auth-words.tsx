import type { ReactNode } from 'react'

/** The title of a page before the sign-in, and what it asks for. */
export function AuthWords({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid gap-3">
      <h1 className="type-place text-balance whitespace-pre-line">{title}</h1>
      {children && <p className="text-[1.0625rem] break-words text-muted-foreground">{children}</p>}
    </div>
  )
}
