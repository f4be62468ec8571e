'use client'

import { Check, CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cn } from '@/lib/cn.ts'
import { dismissToast, type ToastEntry, useToasts } from './toast-store.ts'

const shownMs = 6000

export function Toaster({ label, className }: { label: string; className?: string }) {
  const toasts = useToasts((state) => state.toasts)
  return (
    <section
      aria-label={label}
      aria-live="polite"
      className={cn(
        'pointer-events-none fixed inset-x-4 bottom-4 z-50 grid justify-items-center gap-2',
        className,
      )}
    >
      {toasts.map((entry) => (
        <Toast key={entry.id} entry={entry} />
      ))}
    </section>
  )
}

function Toast({ entry }: { entry: ToastEntry }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismissToast(entry.id), shownMs)
    return () => clearTimeout(timer)
  }, [entry.id, held])
  const undo = () => {
    entry.undo?.run()
    dismissToast(entry.id)
  }
  const Icon = entry.tone === 'failed' ? CircleAlert : Check
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering or focusing only holds the clock
    <div
      className="toast pointer-events-auto flex min-h-13 w-full max-w-96 items-center gap-3 rounded-md bg-ink py-1.5 pr-1.5 pl-4 text-background shadow-raised"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={20} className="shrink-0" />
      <p className="type-label flex-1 py-1.5">{entry.message}</p>
      {entry.undo && (
        <button
          type="button"
          className="type-label min-h-11 rounded-sm bg-background/16 px-4 hover:bg-background/25 focus-visible:outline-background focus-visible:-outline-offset-4"
          onClick={undo}
        >
          {entry.undo.label}
        </button>
      )}
    </div>
  )
}
