'use client'

import { WifiOff } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useClock } from '@/lib/live/use-clock.ts'
import { KitchenStarting } from './kitchen-starting.tsx'
import { readBoard } from './last-board.ts'
import { TicketCard } from './ticket-card.tsx'

const readNow = () => new Date()

/** What the display saw last, read-only: it is not known whether the device may still work. */
export function LastTickets() {
  const t = useTranslations('kitchen')
  const format = useFormatter()
  const now = useClock(readNow)
  const [board] = useState(readBoard)
  if (!board) return <KitchenStarting isOffline />
  const { serverTime, stations, targetMinutes, tickets } = board
  const time = format.dateTime(new Date(serverTime), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (
    <div className="flex h-dvh flex-col bg-background text-ink">
      <div className="flex items-stretch bg-warning text-warning-ink">
        <div aria-hidden className="hazard w-4 shrink-0" />
        <p role="alert" className="flex min-w-0 items-center gap-3 px-3 py-3 text-[1.0625rem]">
          <WifiOff size={22} className="shrink-0" aria-hidden />
          {t('offlineStart', { time })}
        </p>
      </div>
      <main aria-label={t('tickets')} className="min-h-0 flex-1 overflow-auto px-3 pt-3 pb-3">
        <ol className="kitchen-columns">
          {tickets.map((ticket) => (
            <li key={ticket.id} className="mb-3 break-inside-avoid">
              <TicketCard
                ticket={ticket}
                stations={stations}
                stationId={null}
                now={now}
                targetMinutes={targetMinutes}
              />
            </li>
          ))}
        </ol>
      </main>
    </div>
  )
}
