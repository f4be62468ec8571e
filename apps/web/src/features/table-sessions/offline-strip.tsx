'use client'

import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { Strip } from '@/components/ui/strip.tsx'
import { formatTimer } from '@/lib/live/format-timer.ts'
import { tableStore } from '@/stores/table-store.ts'

/** A blink of the network is not worth a word. */
const silentMs = 3_000

type OfflineStripProps = { page: 'menu' | 'status' }

/** Says that there is no connection, since when, and what still goes on. */
export function OfflineStrip({ page }: OfflineStripProps) {
  const isOnline = useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  )
  const { connected, heardAtMs } = useStore(tableStore, (state) => state.connection)
  if (isOnline && connected) return null
  return <Offline page={page} sinceMs={connected || heardAtMs === 0 ? null : heardAtMs} />
}

function Offline({ page, sinceMs }: OfflineStripProps & { sinceMs: number | null }) {
  const t = useTranslations('tableSession.offline')
  const [startMs] = useState(() => performance.now())
  const [nowMs, setNowMs] = useState(startMs)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const elapsedMs = Math.max(0, nowMs - (sinceMs ?? startMs))
  if (elapsedMs < silentMs) return null
  return (
    <Strip tone="warning" icon={<WifiOff size={22} />} lead={t('lead')}>
      {t(page)}{' '}
      <span className="figures" aria-hidden>
        {t('since', { duration: formatTimer(elapsedMs) })}
      </span>
    </Strip>
  )
}

function subscribeOnline(onChange: () => void): () => void {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}
