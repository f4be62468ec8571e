'use client'

import { RefreshCw, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatTimer } from '@/lib/live/format-timer.ts'
import { useClock } from '@/lib/live/use-clock.ts'

type OfflineBannerProps = { heardAtMs: number; unsentTaps: number; onRetry: () => void }

const readNow = () => new Date()

/** Says loudly how old the picture is, and that taps are kept. */
export function OfflineBanner({ heardAtMs, unsentTaps, onRetry }: OfflineBannerProps) {
  const t = useTranslations('kitchen')
  useClock(readNow)
  const duration = formatTimer(performance.now() - heardAtMs)
  return (
    <div className="flex items-stretch bg-warning text-warning-ink">
      <div aria-hidden className="hazard w-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-3 py-2">
        <p className="flex min-w-0 items-center gap-3 text-[1.0625rem]">
          <WifiOff size={22} className="shrink-0" aria-hidden />
          <span>
            <strong className="figures" role="timer">
              {t('offlineFor', { duration })}
            </strong>{' '}
            <span role="alert">{t('offlineKept')}</span>{' '}
            {unsentTaps > 0 && t('unsentTaps', { count: unsentTaps })}
          </span>
        </p>
        <button
          type="button"
          onClick={onRetry}
          className="flex min-h-11 items-center gap-2 rounded-sm bg-warning-ink px-4 font-bold text-warning"
        >
          <RefreshCw size={18} strokeWidth={2.4} aria-hidden />
          {t('tryNow')}
        </button>
      </div>
    </div>
  )
}
