'use client'

import type { OrderLine } from '@repo/schemas/contract'
import { Ban, BellRing, Check, Clock, Flame, Hourglass, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Chip } from '@/components/ui/chip.tsx'

type Look = { icon: LucideIcon; tone: NonNullable<ComponentProps<typeof Chip>['tone']> }

const looks: Record<OrderLine['state'], Look> = {
  pending: { icon: Hourglass, tone: 'info' },
  confirmed: { icon: Clock, tone: 'neutral' },
  preparing: { icon: Flame, tone: 'warning' },
  ready: { icon: BellRing, tone: 'successSolid' },
  served: { icon: Check, tone: 'neutral' },
  cancelled: { icon: Ban, tone: 'danger' },
}

/** How far a dish is, in a word and an icon. */
export function LineState({ state }: { state: OrderLine['state'] }) {
  const t = useTranslations('orders.state')
  const { icon: Icon, tone } = looks[state]
  return (
    <Chip tone={tone} size={32} icon={<Icon size={17} strokeWidth={2.4} aria-hidden />}>
      {t(state)}
    </Chip>
  )
}
