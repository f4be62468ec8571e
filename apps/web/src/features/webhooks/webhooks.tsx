'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, buttonStyle } from '@/components/ui/button.tsx'
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
    <section className="mx-auto grid w-full max-w-5xl grid-cols-1 gap-6 p-4.5 panel:grid-cols-[minmax(0,1fr)_24rem]">
      <header className="grid gap-1 panel:col-span-2">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="type-screen">{t('title')}</h1>
          <Link href="/settings" className={buttonStyle({ variant: 'line', size: 44 })}>
            <ArrowLeft size={20} aria-hidden />
            {t('back')}
          </Link>
        </div>
        <p className="text-muted-foreground">{t('hint')}</p>
      </header>
      <div className="grid min-w-0 grid-cols-1 content-start gap-4">
        {list.isError && (
          <p role="alert">
            {t('notLoaded')}{' '}
            <Button size={44} variant="line" onClick={() => void list.refetch()}>
              {t('retry')}
            </Button>
          </p>
        )}
        {list.data?.webhooks.length === 0 && <p className="text-muted-foreground">{t('empty')}</p>}
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
