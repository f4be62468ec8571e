'use client'

import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn.ts'
import { useModal } from './use-modal.ts'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  children?: ReactNode
  /** The verbs, the safe one first. */
  actions: ReactNode
  className?: string
}

/** Asks one thing. Prefer an undo; a dialog is for payments and for what cannot be taken back. */
export function Dialog({ open, onClose, title, children, actions, className }: DialogProps) {
  const titleId = useId()
  return (
    <dialog {...useModal({ open, onClose })} aria-labelledby={titleId} className={cn('modal', className)}>
      <div className="grid gap-4 p-6">
        <h2 id={titleId} className="type-section">
          {title}
        </h2>
        {children}
        <div className="flex flex-wrap justify-end gap-2.5">{actions}</div>
      </div>
    </dialog>
  )
}
