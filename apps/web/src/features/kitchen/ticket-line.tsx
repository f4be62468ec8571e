import type { Order } from '@repo/schemas/contract'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cn } from '@/lib/cn.ts'

type TicketLineProps = {
  line: Order['lines'][number]
  station: string | undefined
  quiet: boolean
  /** Without it the row is read-only. */
  onTap?: (() => void) | undefined
}

/** One dish of a ticket. The whole row is the button; done is ticked and struck, in words for those who cannot see it. */
export function TicketLine({ line, station, quiet, onTap }: TicketLineProps) {
  const done = line.state === 'ready' || line.state === 'served'
  const row = 'flex min-h-14 w-full items-start gap-3 px-3.5 py-2.5 text-left'
  return (
    <li className={cn('border-b border-line last:border-b-0', quiet && 'opacity-60')}>
      {onTap ? (
        <button
          type="button"
          onClick={onTap}
          aria-pressed={done}
          disabled={line.state === 'cancelled' || line.state === 'served'}
          className={cn(row, '-outline-offset-3 enabled:hover:bg-sunken')}
        >
          <DishWords line={line} station={station} done={done} />
        </button>
      ) : (
        <div className={row}>
          <DishWords line={line} station={station} done={done} />
        </div>
      )}
    </li>
  )
}

type DishWordsProps = Pick<TicketLineProps, 'line' | 'station'> & { done: boolean }

function DishWords({ line, station, done }: DishWordsProps) {
  const t = useTranslations('kitchen')
  const cancelled = line.state === 'cancelled'
  return (
    <>
      <span className="type-kitchen-dish figures w-7 shrink-0">
        {done ? <Check size={24} strokeWidth={3} className="text-success-text" aria-hidden /> : line.quantity}
        {done && <span className="sr-only">{line.quantity}</span>}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <span
            className={cn(
              'type-kitchen-dish [overflow-wrap:anywhere]',
              (done || cancelled) && 'text-muted-foreground line-through decoration-2',
            )}
          >
            {done && line.quantity > 1 && `${line.quantity} × `}
            {line.name}
          </span>
          {station && <span className="type-chip shrink-0 text-muted-foreground">{station}</span>}
        </span>
        {line.modifiers.map((modifier) => (
          <ModifierRow key={modifier.optionId} modifier={modifier} />
        ))}
        {line.note && (
          <span
            dir="auto"
            className="mt-1 block text-[1.0625rem] font-[640] text-warning-text [overflow-wrap:anywhere]"
          >
            {line.note}
          </span>
        )}
        {cancelled && <span className="type-label block text-danger-text">{t('cancelled')}</span>}
      </span>
    </>
  )
}

/** NO is inverted, + is plain: what is left out must not be overlooked. */
function ModifierRow({ modifier }: { modifier: Order['lines'][number]['modifiers'][number] }) {
  const t = useTranslations('kitchen')
  return (
    <span className="mt-1 flex items-baseline gap-2 text-[1.0625rem] leading-snug text-muted-foreground">
      {modifier.kind === 'remove' && (
        <span className="rounded-[5px] bg-ink px-1.5 text-sm font-extrabold text-background uppercase">
          {t('no')}
        </span>
      )}
      {modifier.kind === 'add' && <span className="font-extrabold text-ink">+</span>}
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {modifier.quantity > 1 && `${modifier.quantity} × `}
        {modifier.name}
      </span>
    </span>
  )
}
