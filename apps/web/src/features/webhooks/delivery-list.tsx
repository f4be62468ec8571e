'use client'

import type { WebhookDelivery } from '@repo/schemas/contract'
import { useFormatter, useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip.tsx'
import { MoreButton } from '@/components/ui/more-button.tsx'
import { kindWord } from './kind-word.ts'
import { useReason } from './use-reason.ts'
import { useDeliveries } from './use-webhooks.ts'

const tones = { delivered: 'success', pending: 'warning', failed: 'danger' } as const

/** What was sent last, and how it was answered. */
export function DeliveryList({ branchId, webhookId }: { branchId: string; webhookId: string }) {
  const t = useTranslations('webhooks')
  const list = useDeliveries(branchId, webhookId)
  const deliveries = list.data?.pages.flatMap((page) => page.deliveries)
  return (
    <section aria-label={t('deliveries')} className="grid border-t pt-4">
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
    format.dateTime(new Date(instant), { dateStyle: 'short', timeStyle: 'medium' })
  const { state, attempts, nextAttemptAt } = delivery
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2.5 last:border-b-0">
      <span className="min-w-40 flex-1">
        <span className="block">{t(`kinds.${kindWord(delivery.kind)}`)}</span>
        <time dateTime={delivery.createdAt} className="type-hint figures text-muted-foreground">
          {time(delivery.createdAt)}
        </time>
      </span>
      <span className="type-hint figures text-muted-foreground">
        {attempts > 0 && `${t('tries')}: ${attempts} · ${reasonOf(delivery)}`}
      </span>
      <Chip tone={tones[state]}>
        {t(`results.${state}`, { when: nextAttemptAt === null ? '' : time(nextAttemptAt) })}
      </Chip>
    </li>
  )
}
