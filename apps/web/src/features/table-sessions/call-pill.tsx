'use client'

import type { ServiceCall } from '@repo/schemas/contract'
import { Check, ConciergeBell, ReceiptText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button.tsx'
import { showSeated } from '@/stores/overlay-store.ts'
import { tableStore } from '@/stores/table-store.ts'
import { useCall } from './use-call.ts'

/** A call with one tap; afterwards it says that it was heard. What went wrong is shown by the sheet. */
export function CallPill({ kind, variant }: { kind: ServiceCall['kind']; variant: 'line' | 'primary' }) {
  const t = useTranslations('tableSession.call')
  const isSeated = useStore(tableStore, ({ seat }) => seat === 'active')
  const { current, call, isBusy, problem } = useCall(kind)
  const Icon = current ? Check : kind === 'bill' ? ReceiptText : ConciergeBell
  const press = () => (isSeated && !current && !problem ? call() : showSeated('call'))
  return (
    <Button
      variant={current ? 'line' : variant}
      busy={isBusy}
      onClick={press}
      className={`flex-auto px-4! ${current ? 'bg-yolk! text-yolk-ink! border-transparent!' : ''}`}
    >
      <Icon size={21} aria-hidden />
      <span aria-live="polite">{t(problem ? 'failed' : current ? `${kind}.called` : `${kind}.short`)}</span>
    </Button>
  )
}
