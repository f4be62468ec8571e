'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'
import { useClock } from '@/lib/live/use-clock.ts'
import { KitchenEmpty } from './kitchen-empty.tsx'
import { KitchenHeader } from './kitchen-header.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { isDone } from './pending-moves.ts'
import { SoldOutFooter } from './sold-out-footer.tsx'
import { SoldOutPanel } from './sold-out-panel.tsx'
import { TicketCard } from './ticket-card.tsx'
import { useCalledTickets } from './use-called-tickets.ts'
import { useKitchenBoard } from './use-kitchen-board.ts'
import type { KitchenBranch } from './use-kitchen-identity.ts'
import { useKitchenKeys } from './use-kitchen-keys.ts'
import { useNewTicketSound } from './use-new-ticket-sound.ts'

/** The whole display: tickets in arrival order, oldest top left, down each column, then right. */
export function KitchenDisplay({ branch }: { branch: KitchenBranch }) {
  const t = useTranslations('kitchen')
  const kitchen = useKitchenBoard(branch.id)
  const { board, tickets } = kitchen
  const readClock = useRef(kitchen.serverNow)
  readClock.current = kitchen.serverNow
  const now = useClock(useCallback(() => readClock.current(), []))
  const sound = useNewTicketSound(board?.tickets ?? null)
  const [stationId, setStationId] = useState<string | null>(null)
  const [soldOutOpen, setSoldOutOpen] = useState(false)
  const called = useCalledTickets(branch.id)
  const main = useRef<HTMLElement>(null)

  const open = tickets.filter((ticket) => !called.has(ticket.id) || !isDone(ticket))
  const shown = open.filter(
    (ticket) => stationId === null || ticket.lines.some((line) => line.stationId === stationId),
  )

  useKitchenKeys(main, {
    onUndo: kitchen.undo,
    onSoldOut: () => setSoldOutOpen(true),
    onSound: sound.toggle,
  })

  return (
    <div className="flex h-dvh flex-col bg-background text-ink">
      <KitchenHeader
        branchName={board?.branchName ?? branch.name}
        logo={branch.logo}
        stations={board?.stations ?? []}
        counts={countByStation(open)}
        total={open.length}
        stationId={stationId}
        onStation={setStationId}
        soldOutCount={board?.soldOut.length ?? 0}
        onSoldOut={() => setSoldOutOpen(true)}
        onUndo={kitchen.undo}
        sound={sound}
        now={now}
      />
      {!kitchen.connection.connected && (
        <OfflineBanner
          heardAtMs={kitchen.connection.heardAtMs}
          unsentTaps={kitchen.unsentTaps}
          onRetry={kitchen.retryNow}
        />
      )}
      <main ref={main} aria-label={t('tickets')} className="min-h-0 flex-1 overflow-auto px-3 pt-1 pb-3">
        {board && shown.length === 0 && <KitchenEmpty />}
        <ol className="kitchen-columns">
          {shown.map((ticket) => (
            <li key={ticket.id} className="mb-3 break-inside-avoid">
              <TicketCard
                ticket={ticket}
                stations={board?.stations ?? []}
                stationId={stationId}
                now={now}
                targetMinutes={board?.targetMinutes ?? 15}
                onMoves={(moves) => kitchen.tap(ticket.id, moves)}
                onCall={() => called.add(ticket.id)}
              />
            </li>
          ))}
        </ol>
      </main>
      <SoldOutFooter dishes={board?.soldOut ?? []} onOpen={() => setSoldOutOpen(true)} />
      <p aria-live="polite" className="sr-only">
        {t('openTickets', { count: open.length })}
      </p>
      {soldOutOpen && (
        <SoldOutPanel
          branchId={branch.id}
          onClose={() => setSoldOutOpen(false)}
          onChanged={() => void kitchen.reload()}
        />
      )}
    </div>
  )
}

function countByStation(
  tickets: { lines: { stationId: string | null; state: string }[] }[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { lines } of tickets) {
    const stations = new Set(
      lines
        .filter((line) => line.state === 'confirmed' || line.state === 'preparing')
        .map((line) => line.stationId),
    )
    for (const id of stations) if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
