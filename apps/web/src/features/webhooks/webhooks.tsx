'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Served } from '@/components/plate/served.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { NotLoaded } from '@/components/ui/not-loaded.tsx'
import { SettingsFrame } from '@/components/ui/settings-frame.tsx'
import { WaitingPanels } from '@/components/ui/waiting-panels.tsx'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'
import { NewWebhook } from './new-webhook.tsx'
import { SecretDialog, type ShownSecret } from './secret-dialog.tsx'
import { useWebhooks } from './use-webhooks.ts'
import { WebhookCard } from './webhook-card.tsx'

/** Where this branch's events go, and a form for one more place. */
export function Webhooks({ branch }: { branch: StaffBranch }) {
  const t = useTranslations('webhooks')
  const webhooks = useWebhooks(branch.id)
  const [secret, setSecret] = useState<ShownSecret | null>(null)
  const { list } = webhooks
  return (
    <SettingsFrame
      title={t('title')}
      lead={t('hint')}
      backLabel={t('back')}
      form={<NewWebhook create={webhooks.create} onSecret={(text) => setSecret({ text, replaces: false })} />}
    >
      {list.isPending && <WaitingPanels label={t('loading')} />}
      {list.isError && <NotLoaded onRetry={() => void list.refetch()}>{t('notLoaded')}</NotLoaded>}
      {list.data?.webhooks.length === 0 && (
        <EmptyState picture={<Served />} title={t('empty')}>
          {t('emptyHint')}
        </EmptyState>
      )}
      {list.data?.webhooks.map((webhook) => (
        <WebhookCard
          key={webhook.id}
          branchId={branch.id}
          webhook={webhook}
          webhooks={webhooks}
          onSecret={(text) => setSecret({ text, replaces: true })}
        />
      ))}
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </SettingsFrame>
  )
}
