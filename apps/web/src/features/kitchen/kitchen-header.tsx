import type { KitchenBoard } from '@repo/schemas/contract'
import {
  Ban,
  CupSoda,
  Flame,
  type LucideIcon,
  Snowflake,
  Soup,
  Undo2,
  Utensils,
  Volume2,
  VolumeX,
} from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type KitchenHeaderProps = {
  branchName: string
  logo: string | null
  stations: KitchenBoard['stations']
  counts: ReadonlyMap<string, number>
  total: number
  stationId: string | null
  onStation: (id: string | null) => void
  soldOutCount: number
  onSoldOut: () => void
  onUndo: (() => void) | null
  sound: { muted: boolean; blocked: boolean; toggle: () => void }
  now: Date
}

const icons: Record<string, LucideIcon> = {
  flame: Flame,
  soup: Soup,
  snowflake: Snowflake,
  'cup-soda': CupSoda,
}

export function KitchenHeader(props: KitchenHeaderProps) {
  const t = useTranslations('kitchen')
  const format = useFormatter()
  const { stations, counts, total, stationId, onStation, sound } = props
  const SoundIcon = sound.muted || sound.blocked ? VolumeX : Volume2
  return (
    <header className="flex flex-wrap items-center justify-end gap-x-2 gap-y-1 px-3 py-2">
      <h1 className="sr-only">{t('title', { branch: props.branchName })}</h1>
      <nav
        aria-label={t('stations')}
        className="order-last flex min-w-0 basis-full gap-1 overflow-x-auto py-1 scrollbar-none panel:order-none panel:flex-1 panel:basis-0"
      >
        <StationTab
          label={t('all')}
          count={total}
          current={stationId === null}
          onSelect={() => onStation(null)}
        />
        {stations.map(({ id, name, icon }) => {
          const Icon = icons[icon] ?? Utensils
          return (
            <StationTab
              key={id}
              label={name}
              icon={<Icon size={22} aria-hidden />}
              count={counts.get(id) ?? 0}
              current={stationId === id}
              onSelect={() => onStation(id)}
            />
          )
        })}
      </nav>
      <HeaderButton onClick={props.onSoldOut} label={t('soldOut')}>
        <Ban size={22} aria-hidden />
        <span className="figures rounded-xs bg-sunken px-2 py-0.5">{props.soldOutCount}</span>
      </HeaderButton>
      <HeaderButton onClick={props.onUndo ?? undefined} label={t('undo')}>
        <Undo2 size={22} aria-hidden />
      </HeaderButton>
      <button
        type="button"
        onClick={sound.toggle}
        aria-pressed={!sound.muted}
        aria-label={sound.blocked ? t('soundBlocked') : t('sound')}
        className="inline-flex size-14 items-center justify-center rounded-md text-muted-foreground hover:bg-sunken"
      >
        <SoundIcon size={24} aria-hidden />
      </button>
      <time className="type-timer figures px-1" dateTime={props.now.toISOString()} suppressHydrationWarning>
        {format.dateTime(props.now, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
      </time>
    </header>
  )
}

type StationTabProps = {
  label: string
  icon?: ReactNode
  count: number
  current: boolean
  onSelect: () => void
}

function StationTab({ label, icon, count, current, onSelect }: StationTabProps) {
  return (
    <button
      type="button"
      onClick={onSelect}
      aria-current={current ? 'true' : undefined}
      className={cn(
        'inline-flex min-h-14 shrink-0 items-center gap-2.5 rounded-md px-4 text-lg font-[640]',
        current ? 'bg-ink text-background' : 'text-muted-foreground hover:bg-sunken',
      )}
    >
      {icon}
      {label}
      <span
        className={cn(
          'figures rounded-xs px-2 py-0.5 text-base',
          current ? 'bg-background text-ink' : 'bg-sunken text-ink',
        )}
      >
        {count}
      </span>
    </button>
  )
}

function HeaderButton({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: (() => void) | undefined
  children: ReactNode
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={!onClick}
      className="inline-flex min-h-14 min-w-14 items-center justify-center gap-2 rounded-md px-3 text-lg font-[640] text-muted-foreground hover:bg-sunken disabled:opacity-50"
    >
      {children}
      <span className="sr-only panel:not-sr-only">{label}</span>
    </button>
  )
}
