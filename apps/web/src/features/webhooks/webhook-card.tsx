'use client'

import type { Webhook } from '@repo/schemas/contract'
import { CircleAlert, CirclePause, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Chip } from '@/components/ui/chip.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { DeliveryList } from './delivery-list.tsx'
import { kindWord } from './kind-word.ts'
import { useReason } from './use-reason.ts'
import type { useWebhooks } from './use-webhooks.ts'

type WebhookCardProps = {
  branchId: string
  webhook: Webhook
  webhooks: ReturnType<typeof useWebhooks>
  onSecret: (secret: string) => void
}

const looks = {
  active: { tone: 'success', Icon: Send },
  paused: { tone: 'neutral', Icon: CirclePause },
  failing: { tone: 'danger', Icon: CircleAlert },
} as const

export function WebhookCard({ branchId, webhook, webhooks, onSecret }: WebhookCardProps) {
  const t = useTranslations('webhooks')
  const reasonOf = useReason()
  const [asking, setAsking] = useState(false)
  const { update, remove, rotate, test } = webhooks
  const { tone, Icon } = looks[webhook.state]
  const failed = () => toast({ message: t('notChanged'), tone: 'failed' })
  const sends = webhook.state === 'active'

  const sendTest = () =>
    test
      .mutateAsync(webhook.id)
      .then(
        (delivery) =>
          delivery.state === 'delivered'
            ? toast({ message: t('tested', { status: delivery.lastStatus ?? 0 }) })
            : toast({ message: t('testFailed', { reason: reasonOf(delivery) }), tone: 'failed' }),
        failed,
      )

  return (
    <article
      aria-label={webhook.url}
      className="grid grid-cols-1 gap-4 rounded-lg bg-surface p-5 shadow-resting rail:p-6"
    >
      <header className="grid gap-2">
        <h2 className="type-dish break-all">{webhook.url}</h2>
        <p className="flex flex-wrap gap-2">
          <Chip tone={tone} icon={<Icon size={15} strokeWidth={2.4} aria-hidden />}>
            {t(`states.${webhook.state}`)}
          </Chip>
          {webhook.kinds.map((kind) => (
            <Chip key={kind}>{t(`kinds.${kindWord(kind)}`)}</Chip>
          ))}
        </p>
      </header>
      <div className="flex flex-wrap gap-2.5">
        <Button size={44} variant="quiet" busy={test.isPending} onClick={() => void sendTest()}>
          {t('test')}
        </Button>
        <Button
          size={44}
          variant="line"
          onClick={() =>
            void update.mutateAsync({ id: webhook.id, state: sends ? 'paused' : 'active' }).catch(failed)
          }
        >
          {t(sends ? 'pause' : 'resume')}
        </Button>
        <Button
          size={44}
          variant="line"
          onClick={() => void rotate.mutateAsync(webhook.id).then(({ secret }) => onSecret(secret), failed)}
        >
          {t('rotate')}
        </Button>
        <Button size={44} variant="line" onClick={() => setAsking(true)}>
          {t('remove')}
        </Button>
      </div>
      <DeliveryList branchId={branchId} webhookId={webhook.id} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('removeTitle')}
        actions={
          <>
            <Button variant="line" onClick={() => setAsking(false)}>
              {t('keep')}
            </Button>
            <Button
              variant="danger"
              busy={remove.isPending}
              onClick={() =>
                void remove.mutateAsync(webhook.id).then(() => toast({ message: t('removed') }), failed)
              }
            >
              {t('remove')}
            </Button>
          </>
        }
      >
        <p className="break-words">{t('removeHint', { url: webhook.url })}</p>
      </Dialog>
    </article>
  )
}
