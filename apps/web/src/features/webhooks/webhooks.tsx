'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Served } from '@/components/plate/served.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { NotLoaded } from '@/components/ui/not-loaded.tsx'
import { PageHeader } from '@/components/ui/page-header.tsx'
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
    <section className="mx-auto grid w-full max-w-5xl grid-cols-1 gap-5 p-4.5 panel:grid-cols-[minmax(0,1fr)_24rem]">
      <PageHeader
        title={t('title')}
        back={{ href: '/settings', label: t('back') }}
        className="panel:col-span-2"
      >
        {t('hint')}
      </PageHeader>
      <div className="grid min-w-0 grid-cols-1 content-start gap-5">
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
      </div>
      <NewWebhook create={webhooks.create} onSecret={(text) => setSecret({ text, replaces: false })} />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </section>
  )
}
