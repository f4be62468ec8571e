'use client'

import { Wifi, WifiOff } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip.tsx'
import { useLive, useNow } from './live-branch.tsx'

/** Top of a live page: its name, its views, whether the picture is live, and the time. */
export function LiveHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="flex min-h-19 flex-wrap items-center gap-x-4 gap-y-2 px-4.5 py-3 rail:px-6">
      <h1 className="type-screen">{title}</h1>
      <div className="ml-auto flex items-center gap-4 panel:order-last">
        <LiveChip />
        <Clock />
      </div>
      <div className="flex w-full min-w-0 flex-wrap items-center gap-x-4 gap-y-1 panel:w-auto">
        {children}
      </div>
    </header>
  )
}

function LiveChip() {
  const t = useTranslations('staffBoard')
  const { connected, heardAtMs } = useLive().connection
  if (heardAtMs === 0) return null
  const Icon = connected ? Wifi : WifiOff
  return (
    <Chip
      tone={connected ? 'success' : 'warning'}
      size={32}
      icon={<Icon size={16} strokeWidth={2.4} aria-hidden />}
    >
      {connected ? t('live') : t('notLive')}
    </Chip>
  )
}

function Clock() {
  const format = useFormatter()
  const now = useNow()
  return (
    <time dateTime={now.toISOString()} className="type-section figures hidden xs:block">
      {format.dateTime(now, 'time')}
    </time>
  )
}
