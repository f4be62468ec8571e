'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Ware } from './plate/ware.tsx'

type PageProblemProps = {
  title: string
  /** What is safe. */
  children: ReactNode
  error: unknown
  onRetry: () => void
}

/**
 * What a section shows in place of a page that failed: what happened, what is safe, try again. It is loaded
 * before anything fails, on every page, so it is styled by the stylesheet alone.
 */
export function PageProblem({ title, children, error, onRetry }: PageProblemProps) {
  const t = useTranslations()
  const digest = digestOf(error)
  return (
    <div role="alert" className="page-problem">
      <title>{title}</title>
      <Ware kind="plate" />
      <h1 className="type-screen">{title}</h1>
      {children}
      <button type="button" onClick={onRetry}>
        {t('common.retry')}
      </button>
      {digest && <small>{t('errors.reference', { digest })}</small>}
    </div>
  )
}

/** The number under which the server logged the failure. */
function digestOf(error: unknown): string | undefined {
  const digest = (error as { digest?: unknown } | undefined)?.digest
  return typeof digest === 'string' ? digest : undefined
}
