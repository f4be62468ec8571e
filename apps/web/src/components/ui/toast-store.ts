import { create } from 'zustand'

export type ToastInput = {
  message: string
  tone?: 'done' | 'failed'
  /** The way back, offered for six seconds instead of a question before. */
  undo?: { label: string; run: () => void }
}
export type ToastEntry = ToastInput & { id: string }

type ToastState = { toasts: ToastEntry[] }

export const useToasts = create<ToastState>(() => ({ toasts: [] }))

const mostAtOnce = 3

/** Shows a short notice at the foot of the page. Needs a `<Toaster>` in the layout. */
export function toast(input: ToastInput): void {
  const entry = { ...input, id: crypto.randomUUID() }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, entry].slice(-mostAtOnce) }))
}

export function dismissToast(id: string): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((entry) => entry.id !== id) }))
}
