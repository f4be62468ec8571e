'use client'

import { unwrap } from '@repo/api-client'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { CopyButton } from '@/components/ui/copy-button.tsx'
import { Panel } from '@/components/ui/panel.tsx'
import { SelectField } from '@/components/ui/select-field.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { staffApi } from '@/lib/staff/staff-session.ts'

type CreateKeyProps = { branchId: string; onCreated: () => void }

/** Makes a key and shows it big, this once. */
export function CreateKey({ branchId, onCreated }: CreateKeyProps) {
  const t = useTranslations('settings.devices')
  const create = useMutation({
    mutationFn: (json: { kind: 'kds' | 'pos'; maxActivations: number }) =>
      unwrap(staffApi.devices.branches[':branchId']['device-keys'].$post({ param: { branchId }, json })),
    onSuccess: onCreated,
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    create.mutate({
      kind: form.get('kind') === 'pos' ? 'pos' : 'kds',
      maxActivations: Number(form.get('maxActivations')),
    })
  }

  return (
    <Panel title={t('new')}>
      {create.data ? (
        <div className="grid gap-4" role="status">
          <p className="text-muted-foreground">{t('shownOnce')}</p>
          <p className="rounded-md bg-sunken px-4 py-5 text-center font-mono text-[1.375rem] leading-relaxed font-bold tracking-wide text-balance select-all">
            {create.data.key}
          </p>
          <p className="type-hint text-muted-foreground">{t(`typeIt.${create.data.kind}`)}</p>
          <div className="grid grid-cols-2 gap-2.5">
            <CopyButton text={create.data.key} />
            <Button onClick={() => create.reset()}>{t('done')}</Button>
          </div>
        </div>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <SelectField name="kind" label={t('kind')} defaultValue="kds">
            <option value="kds">{t('kinds.kds')}</option>
            <option value="pos">{t('kinds.pos')}</option>
          </SelectField>
          <TextField
            name="maxActivations"
            type="number"
            min={1}
            max={20}
            required
            defaultValue={1}
            label={t('count')}
            hint={t('countHint')}
          />
          {create.isError && (
            <p role="alert" className="text-danger-text">
              {t('notCreated')}
            </p>
          )}
          <Button type="submit" busy={create.isPending}>
            {t('create')}
          </Button>
        </form>
      )}
    </Panel>
  )
}
