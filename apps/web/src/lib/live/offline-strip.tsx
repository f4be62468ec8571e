'use client'

import { RefreshCw, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { formatTimer } from './format-timer.ts'
import { useLive, useNow } from './live-branch.tsx'

/** A blink of the network is not worth a word. */
const silentMs = 3_000

/** Says how old the picture is, and that what is shown may have changed. */
export function OfflineStrip() {
  const t = useTranslations('staffBoard.offline')
  const { connection, feed } = useLive()
  useNow()
  const ageMs = performance.now() - connection.heardAtMs
  if (connection.connected || ageMs < silentMs) return null
  return (
    <Strip
      tone="warning"
      icon={<WifiOff size={22} aria-hidden />}
      lead={t('lead')}
      action={
        <Button variant="line" size={44} onClick={feed?.retryNow}>
          <RefreshCw size={18} strokeWidth={2.4} aria-hidden />
          {t('tryNow')}
        </Button>
      }
      className="mx-4.5 mt-3 flex-wrap rail:mx-6"
    >
      {t('body')}{' '}
      <span className="figures" role="timer" aria-live="off">
        {t('since', { duration: formatTimer(ageMs) })}
      </span>
    </Strip>
  )
}
