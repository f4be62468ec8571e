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
import { cn } from '@/lib/cn.ts'
import { useNow } from '@/lib/live/live-branch.tsx'
import { Timer } from '@/lib/live/timer.tsx'
import type { TableStatus } from './table-status.ts'
import { useStatusWords } from './use-status-words.ts'

type Look = Pick<ComponentProps<typeof Chip>, 'tone' | 'edge'> & { Icon: LucideIcon; calls?: true }

const looks = {
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
} satisfies Record<string, Look>

function lookOf(status: TableStatus): Look {
  if (status.kind !== 'task') return looks[status.kind]
  const { task } = status
  return looks[task.kind === 'call' ? task.call.kind : task.kind]
}

/** A table's state in a word, an icon and the time that it has lasted. */
export function TableBadge({ status }: { status: TableStatus }) {
  const words = useStatusWords()
  const { Icon, calls, ...look } = lookOf(status)
  return (
    <Chip
      {...look}
      size={32}
      icon={<Icon size={16} strokeWidth={2.4} aria-hidden />}
      className={calls ? 'badge-calls' : cn(!look.edge && 'shadow-resting')}
    >
      <span className="max-w-36 truncate">{words(status)}</span>
      <Lasted status={status} />
    </Chip>
  )
}

/** Seconds where somebody waits, minutes where nobody does. */
function Lasted({ status }: { status: TableStatus }) {
  const t = useTranslations('tables')
  const now = useNow()
  if (status.kind === 'free') return null
  if (status.kind === 'task') return <Timer since={status.task.since} className="font-extrabold" />
  if (status.kind === 'cooking') return <Timer since={status.since} className="font-extrabold" />
  const count = Math.max(0, Math.floor((now.getTime() - Date.parse(status.since)) / 60_000))
  return <span className="figures font-extrabold">{t('minutes', { count })}</span>
}
