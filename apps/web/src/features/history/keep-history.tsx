'use client'

import { History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useFetched } from '@/lib/use-fetched.ts'
import { tableStore } from '@/stores/table-store.ts'

const loadSheet = () => import('./history-sheet.tsx').then((module) => module.HistorySheet)

/** The quiet way to be remembered; what lies behind it is fetched when it is asked for. */
export function KeepHistory() {
  const t = useTranslations('orders.history')
  const [sheet, setSheet] = useState<'unused' | 'open' | 'closed'>('unused')
  const isSeated = useStore(tableStore, ({ seat }) => seat === 'active')
  const HistorySheet = useFetched(loadSheet, sheet !== 'unused')
  if (!isSeated) return null
  return (
    <>
      <button
        type="button"
        onClick={() => setSheet('open')}
        className="type-label needs-script mx-auto flex min-h-11 items-center gap-2 rounded-full px-4 text-muted-foreground hover:bg-sunken hover:text-ink"
      >
        <History size={19} aria-hidden />
        {t('open')}
      </button>
      {HistorySheet && <HistorySheet open={sheet === 'open'} onClose={() => setSheet('closed')} />}
    </>
  )
}
