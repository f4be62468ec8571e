'use client'

import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn.ts'
import { IconButton } from './icon-button.tsx'
import { useModal } from './use-modal.ts'

type SheetProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  closeLabel: string
  children: ReactNode
  /** Stays at the thumb while the body scrolls. */
  footer?: ReactNode
  className?: string
}

/** Rises from the bottom on a phone, stands at the right edge from 700 px on. */
export function Sheet({ open, onClose, title, closeLabel, children, footer, className }: SheetProps) {
  const titleId = useId()
  return (
    <dialog {...useModal({ open, onClose })} aria-labelledby={titleId} className={cn('sheet', className)}>
      <div className="sheet-body">
        <div aria-hidden className="mx-auto mt-2 h-1.5 w-11 rounded-full bg-line-strong/60 rail:hidden" />
        <header className="flex items-center justify-between gap-4 px-4.5 pt-3 pb-2 rail:pt-5">
          <h2 id={titleId} className="type-screen">
            {title}
          </h2>
          <IconButton label={closeLabel} onClick={onClose}>
            <X size={22} />
          </IconButton>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4.5 py-2">{children}</div>
        {footer && <footer className="border-t px-4.5 pt-3 pb-safe">{footer}</footer>}
      </div>
    </dialog>
  )
}
