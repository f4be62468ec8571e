'use client'

import { ApiProblem } from '@repo/api-client'
import type { WebhookKind } from '@repo/schemas/contract'
import { webhookKinds } from '@repo/schemas/rules'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { CheckboxRow } from '@/components/ui/checkbox-row.tsx'
import { Panel } from '@/components/ui/panel.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { kindWord } from './kind-word.ts'
import type { useWebhooks } from './use-webhooks.ts'

type NewWebhookProps = {
  create: ReturnType<typeof useWebhooks>['create']
  onSecret: (secret: string) => void
}

export function NewWebhook({ create, onSecret }: NewWebhookProps) {
  const t = useTranslations('webhooks')
  const [fault, setFault] = useState<'url' | 'kinds' | 'tooMany' | 'other' | null>(null)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const kinds = data.getAll('kinds') as WebhookKind[]
    setFault(kinds.length === 0 ? 'kinds' : null)
    if (kinds.length === 0) return
    create.mutate(
      { url: String(data.get('url') ?? ''), kinds },
      {
        onSuccess: ({ secret }) => {
          form.reset()
          onSecret(secret)
        },
        onError: (error) => setFault(faultOf(error)),
      },
    )
  }

  return (
    <Panel title={t('new')}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TextField
          name="url"
          type="url"
          inputMode="url"
          label={t('url')}
          hint={t('urlHint')}
          required
          maxLength={2_048}
          autoComplete="off"
          placeholder="https://"
          error={fault === 'url' && t('urlFault')}
        />
        <fieldset aria-describedby={fault === 'kinds' ? 'webhook-kinds-fault' : undefined}>
          <legend className="type-label">{t('events')}</legend>
          {webhookKinds.map((kind) => (
            <CheckboxRow
              key={kind}
              name="kinds"
              value={kind}
              label={t(`kinds.${kindWord(kind)}`)}
              defaultChecked={kind === 'order.placed'}
            />
          ))}
          {fault === 'kinds' && (
            <p id="webhook-kinds-fault" role="alert" className="type-hint text-danger-text">
              {t('eventsFault')}
            </p>
          )}
        </fieldset>
        {(fault === 'tooMany' || fault === 'other') && (
          <p role="alert" className="text-danger-text">
            {t(fault === 'tooMany' ? 'tooMany' : 'notCreated')}
          </p>
        )}
        <Button type="submit" busy={create.isPending}>
          {t('create')}
        </Button>
      </form>
    </Panel>
  )
}

function faultOf(error: unknown): 'url' | 'tooMany' | 'other' {
  const problem = error instanceof ApiProblem ? error : new ApiProblem('OFFLINE')
  if (problem.code === 'CONFLICT') return 'tooMany'
  return problem.problem?.errors?.some(({ field }) => field === 'url') ? 'url' : 'other'
}
