'use client'

import type { LineState } from '@repo/schemas/contract'
import { BellRing, Check, Flame, Inbox, type LucideIcon, ScrollText, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Chip } from '@/components/ui/chip.tsx'

const looks: Record<LineState, { tone: NonNullable<ComponentProps<typeof Chip>['tone']>; Icon: LucideIcon }> =
  {
    pending: { tone: 'yolk', Icon: ScrollText },
    confirmed: { tone: 'neutral', Icon: Inbox },
    preparing: { tone: 'warning', Icon: Flame },
    ready: { tone: 'successSolid', Icon: BellRing },
    served: { tone: 'success', Icon: Check },
    cancelled: { tone: 'danger', Icon: X },
  }

/** How far an order or one of its lines is. */
export function OrderStateChip({ state }: { state: LineState }) {
  const t = useTranslations('staffBoard.state')
  const { tone, Icon } = looks[state]
  return (
    <Chip tone={tone} icon={<Icon size={15} strokeWidth={2.4} aria-hidden />}>
      {t(state)}
    </Chip>
  )
}
