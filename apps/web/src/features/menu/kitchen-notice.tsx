import { CirclePause, MoonStar } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Strip } from '@/components/ui/strip.tsx'
import type { KitchenHours } from './kitchen-hours.ts'

type KitchenNoticeProps = { kitchen: KitchenHours; timeZone: string; className?: string }

/** Says that no orders are taken now, and from when they are. */
export function KitchenNotice({ kitchen, timeZone, className }: KitchenNoticeProps) {
  const t = useTranslations('menu.kitchen')
  const format = useFormatter()
  if (kitchen.state === 'open') return null
  const look = { tone: 'warning', ...(className && { className }) } as const
  if (kitchen.state !== 'closed') {
    return (
      <Strip {...look} icon={<CirclePause size={22} />} lead={t('pausedLead')}>
        {t('paused')}
      </Strip>
    )
  }
  const opensAt = kitchen.opensAt === null ? null : new Date(kitchen.opensAt)
  const dayOf = (date: Date) =>
    isSameDay(date, new Date(), timeZone) ? 'today' : format.dateTime(date, { weekday: 'long', timeZone })
  return (
    <Strip {...look} icon={<MoonStar size={22} />} lead={t('closedLead')}>
      {opensAt
        ? t('opensAt', { day: dayOf(opensAt), time: format.dateTime(opensAt, 'time', { timeZone }) })
        : t('closed')}
    </Strip>
  )
}

function isSameDay(a: Date, b: Date, timeZone: string): boolean {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  return day.format(a) === day.format(b)
}
