'use client'

import {
  BellRing,
  BookOpenText,
  CircleDashed,
  Flame,
  Footprints,
  Hand,
  type LucideIcon,
  ReceiptText,
  ScrollText,
  Siren,
  UserPlus,
  Utensils,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Chip } from '@/components/ui/chip.tsx'
import { Timer } from '@/lib/live/timer.tsx'
import type { TableStatus } from './table-status.ts'
import { useStatusWords } from './use-status-words.ts'

type Look = { tone: NonNullable<ComponentProps<typeof Chip>['tone']>; Icon: LucideIcon; edge?: true; calls?: true }

const looks: Record<string, Look> = {
  free: { tone: 'raised', Icon: CircleDashed },
  choosing: { tone: 'raised', Icon: BookOpenText },
  cooking: { tone: 'warning', Icon: Flame, edge: true },
  eating: { tone: 'raised', Icon: Utensils },
  guest: { tone: 'yolk', Icon: UserPlus, calls: true },
  confirm: { tone: 'yolk', Icon: ScrollText, calls: true },
  waiter: { tone: 'yolk', Icon: Hand, calls: true },
  bill: { tone: 'yolk', Icon: ReceiptText, calls: true },
  taken: { tone: 'raised', Icon: Footprints },
  ready: { tone: 'successSolid', Icon: BellRing },
  late: { tone: 'dangerSolid', Icon: Siren },
}

/** A table's state in a word, an icon and the time that it has lasted. */
export function TableBadge({ status }: { status: TableStatus }) {
  const t = useTranslations('tables')
  const words = useStatusWords()
  const look = looks[lookOf(status)]
  if (!look) return null
  const since = status.kind === 'task' ? status.task.since : status.kind === 'free' ? null : status.since
  const isSlow = status.kind === 'choosing' || status.kind === 'eating'
  return (
    <Chip
      tone={look.tone}
      size={32}
      edge={look.edge}
      icon={<look.Icon size={16} strokeWidth={2.4} aria-hidden />}
      className={look.calls ? 'badge-calls shadow-resting' : 'shadow-resting'}
    >
      <span className="max-w-36 truncate">{words(status)}</span>
      {since && (isSlow ? <Minutes since={since} label={t} /> : <Timer since={since} className="font-extrabold" />)}
    </Chip>
  )
}
