'use client'

import type { WebhookDelivery } from '@repo/schemas/contract'
import { Check, RefreshCw, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip.tsx'
import { MoreButton } from '@/components/ui/more-button.tsx'
import { kindWord } from './kind-word.ts'
import { useReason } from './use-reason.ts'
import { useDeliveries } from './use-webhooks.ts'

const toTheMinute = { hour: 'numeric', minute: '2-digit' } as const
const icons = { delivered: Check, pending: RefreshCw, failed: X } as const
const tones = { delivered: 'success', pending: 'warning', failed: 'danger' } as const

/** What was sent last, and how it was answered. */
export function DeliveryList({ branchId, webhookId }: { branchId: string; webhookId: string }) {
  const t = useTranslations('webhooks')
  const list = useDeliveries(branchId, webhookId)
  const deliveries = list.data?.pages.flatMap((page) => page.deliveries)
  return (
    <section aria-label={t('deliveries')} className="grid grid-cols-1 gap-1 border-t pt-4">
      <h3 className="type-label">{t('deliveries')}</h3>
      {deliveries?.length === 0 && <p className="text-muted-foreground">{t('noDeliveries')}</p>}
      <ul>
        {deliveries?.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </ul>
      <MoreButton list={list} />
    </section>
  )
}

function DeliveryRow({ delivery }: { delivery: WebhookDelivery }) {
  const t = useTranslations('webhooks')
  const format = useFormatter()
  const reasonOf = useReason()
  const time = (instant: string) =>
    format.dateTime(new Date(instant), { day: 'numeric', month: 'short', ...toTheMinute })
  const clock = (instant: string) => format.dateTime(new Date(instant), toTheMinute)
  const { state, attempts, nextAttemptAt } = delivery
  const Icon = icons[state]
  return (
    <li className="flex items-center gap-3 border-b py-3 last:border-b-0 last:pb-0">
      <span className="min-w-0 flex-1">
        <span className="type-label block">{t(`kinds.${kindWord(delivery.kind)}`)}</span>
        <span className="type-hint figures block text-muted-foreground">
          <time dateTime={delivery.createdAt}>{time(delivery.createdAt)}</time>
          {attempts > 0 && ` · ${t('attempts', { count: attempts })} · ${reasonOf(delivery)}`}
        </span>
      </span>
      <Chip tone={tones[state]} icon={<Icon size={16} strokeWidth={2.4} aria-hidden />} className="shrink-0">
        {t(`results.${state}`, { when: nextAttemptAt === null ? '' : clock(nextAttemptAt) })}
      </Chip>
    </li>
  )
}
