import type { KitchenBoard, Order } from '@repo/schemas/contract'
import { formatOrderNumber, ticketAge } from '@repo/schemas/rules'
import { BellRing, CheckCheck, Clock, Flame, Hourglass, ShieldAlert, Siren } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/lib/cn.ts'
import { formatTimer } from '@/lib/live/format-timer.ts'
import type { LineMove } from '@/lib/live/line-moves.ts'
import { isDone, readyMoves, startMoves, tapMove } from './pending-moves.ts'
import { TicketLine } from './ticket-line.tsx'

type TicketCardProps = {
  ticket: Order
  stations: KitchenBoard['stations']
  /** Lines of other stations step back; null shows all alike. */
  stationId: string | null
  now: Date
  targetMinutes: number
  /** Without it the ticket is read-only. */
  onMoves?: (moves: LineMove[]) => void
  onCall?: () => void
}

const looks = {
  fresh: { head: 'bg-age-fresh text-age-fresh-ink', frame: 'border-line', icon: Clock },
  soon: { head: 'bg-age-soon text-age-soon-ink', frame: 'border-age-soon', icon: Hourglass },
  late: { head: 'bg-age-late text-age-late-ink', frame: 'border-age-late', icon: Siren },
} as const

/** One ticket: table and timer first, allergies before dishes, one verb at the bottom. */
export function TicketCard({
  ticket,
  stations,
  stationId,
  now,
  targetMinutes,
  onMoves,
  onCall,
}: TicketCardProps) {
  const t = useTranslations('kitchen')
  const since = new Date(ticket.confirmedAt ?? ticket.placedAt)
  const age = ticketAge(since, now, targetMinutes)
  const { head, frame, icon: AgeIcon } = looks[age]
  const ageMs = Math.max(0, now.getTime() - since.getTime())

  return (
    <article
      // biome-ignore lint/a11y/noNoninteractiveTabindex: tickets take the focus so that a bump bar can walk through them
      tabIndex={0}
      data-ticket={ticket.id}
      aria-label={t('ticketOf', { table: ticket.tableLabel, number: formatOrderNumber(ticket.number) })}
      className={cn('overflow-hidden rounded-lg border-[3px] bg-surface', frame)}
    >
      <header className={cn('relative px-3.5 pt-2.5 pb-3', head)}>
        <div className="flex items-baseline justify-between gap-2">
          <h2 className="flex min-w-0 items-baseline gap-1.5">
            <span className="type-label">{t('table')}</span>
            <span className="type-kitchen-table truncate">{ticket.tableLabel}</span>
          </h2>
          <time dateTime={since.toISOString()} className="type-timer figures">
            {formatTimer(ageMs)}
          </time>
        </div>
        <div className="mt-1 flex items-center justify-between gap-2">
          <span className="type-label truncate">
            #{formatOrderNumber(ticket.number)}
            {ticket.guestName && (
              <>
                , <bdi>{ticket.guestName}</bdi>
              </>
            )}
          </span>
          <span className="type-label flex items-center gap-1.5 uppercase">
            <AgeIcon size={18} strokeWidth={2.4} aria-hidden />
            {t(`age.${age}`)}
          </span>
        </div>
        {age === 'soon' && <AgeBar share={ageMs / (targetMinutes * 60_000)} />}
        {age === 'late' && <div aria-hidden className="hazard absolute inset-x-0 bottom-0 h-1.5" />}
      </header>

      {ticket.allergyNote && (
        <div
          role="note"
          className="mx-2.5 mt-2.5 flex items-start gap-2.5 rounded-sm border-2 border-danger-ink bg-danger px-3 py-2.5 text-danger-ink outline-2 outline-danger"
        >
          <ShieldAlert size={26} className="mt-0.5 shrink-0" aria-hidden />
          <p className="min-w-0">
            <strong className="block text-lg leading-tight font-extrabold uppercase">{t('allergy')}</strong>
            <span dir="auto" className="type-label block [overflow-wrap:anywhere]">
              {ticket.allergyNote}
            </span>
          </p>
        </div>
      )}

      <ul>
        {ticket.lines.map((line) => (
          <TicketLine
            key={line.id}
            line={line}
            station={stations.find(({ id }) => id === line.stationId)?.name}
            quiet={stationId !== null && line.stationId !== stationId}
            onTap={
              onMoves &&
              (() => {
                const move = tapMove(line)
                if (move) onMoves([move])
              })
            }
          />
        ))}
      </ul>
      {ticket.note && (
        <p
          dir="auto"
          className="mx-3.5 mt-1 rounded-sm bg-warning-soft px-3 py-2 text-base font-[640] text-warning-text [overflow-wrap:anywhere]"
        >
          {ticket.note}
        </p>
      )}

      {onMoves && <Verbs ticket={ticket} onMoves={onMoves} onCall={onCall} />}
    </article>
  )
}

type VerbsProps = { ticket: Order; onMoves: (moves: LineMove[]) => void; onCall: (() => void) | undefined }

function Verbs({ ticket, onMoves, onCall }: VerbsProps) {
  const t = useTranslations('kitchen')
  const starts = startMoves(ticket)
  return (
    <div className="p-3">
      {isDone(ticket) ? (
        <button
          type="button"
          data-bump
          onClick={onCall}
          className="flex min-h-14 w-full items-center justify-center gap-2.5 rounded-md bg-success text-lg font-bold text-success-ink active:scale-98"
        >
          <BellRing size={22} aria-hidden />
          {t('callIt')}
        </button>
      ) : (
        <div className="flex flex-wrap gap-2">
          {starts.length > 0 && (
            <button
              type="button"
              data-start
              onClick={() => onMoves(starts)}
              className="flex min-h-14 flex-auto items-center justify-center gap-1.5 rounded-md bg-sunken px-2 text-base font-bold whitespace-nowrap active:scale-98"
            >
              <Flame size={20} aria-hidden />
              {t('start')}
            </button>
          )}
          <button
            type="button"
            data-bump
            onClick={() => onMoves(readyMoves(ticket))}
            className="flex min-h-14 flex-auto items-center justify-center gap-1.5 rounded-md border-[1.5px] border-line-strong bg-raised px-2 text-base font-bold whitespace-nowrap active:scale-98"
          >
            <CheckCheck size={20} aria-hidden />
            {t('allReady')}
          </button>
        </div>
      )}
    </div>
  )
}

function AgeBar({ share }: { share: number }) {
  return (
    <svg
      aria-hidden
      className="absolute inset-x-0 bottom-0 h-1.5 w-full"
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
    >
      <rect width={Math.min(100, share * 100)} height="1" fill="currentColor" />
    </svg>
  )
}
