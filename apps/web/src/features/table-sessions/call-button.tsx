'use client'

import { ConciergeBell } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { showSeated } from '@/stores/overlay-store.ts'
import { tableStore } from '@/stores/table-store.ts'

/** The bell of every page; lit while somebody is being called. */
export function CallButton({ variant }: { variant: 'field' | 'sunken' }) {
  const t = useTranslations('tableSession.call')
  const isCalling = useStore(tableStore, ({ table }) => (table?.calls.length ?? 0) > 0)
  return (
    <IconButton
      variant={variant}
      label={t(isCalling ? 'openCalled' : 'open')}
      onClick={() => showSeated('call')}
      className={`needs-script ${isCalling ? 'called bg-yolk! text-yolk-ink!' : ''}`}
    >
      <ConciergeBell size={21} />
    </IconButton>
  )
}
