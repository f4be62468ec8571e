'use client'

import { RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Served } from './plate/served.tsx'
import { Button } from './ui/button.tsx'

type PageProblemProps = {
  title: string
  /** What is safe. */
  children: ReactNode
  error: unknown
  onRetry: () => void
}

/** What a section shows in place of a page that failed: what happened, what is safe, try again. */
export function PageProblem({ title, children, error, onRetry }: PageProblemProps) {
  const t = useTranslations()
  const digest = digestOf(error)
  return (
    <main
      role="alert"
      className="grid min-h-[70dvh] place-content-center justify-items-center gap-3 p-6 text-center"
    >
      <Served className="mb-2 max-w-36" />
      <h1 className="type-screen">{title}</h1>
      <div className="max-w-88 text-muted-foreground">{children}</div>
      <Button className="mt-3" onClick={onRetry}>
        <RotateCw size={20} />
        {t('common.retry')}
      </Button>
      {digest && <p className="type-hint mt-2 text-muted-foreground">{t('errors.reference', { digest })}</p>}
    </main>
  )
}

/** The number under which the server logged the failure. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}
