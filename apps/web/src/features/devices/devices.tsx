'use client'

import { unwrap } from '@repo/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChefHat, KeyRound, MonitorSmartphone } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Served } from '@/components/plate/served.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { MoreButton } from '@/components/ui/more-button.tsx'
import { NotLoaded } from '@/components/ui/not-loaded.tsx'
import { SettingsFrame } from '@/components/ui/settings-frame.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { WaitingPanels } from '@/components/ui/waiting-panels.tsx'
import { staffApi } from '@/lib/staff/staff-session.ts'
import { usePages } from '@/lib/use-pages.ts'
import { CreateKey } from './create-key.tsx'
import { EntryList } from './entry-list.tsx'

type Ending = { what: 'device' | 'key'; id: string; name: string }

/** Displays and terminals that work in this branch, and the keys that pair more of them. */
export function Devices({ branchId }: { branchId: string }) {
  const t = useTranslations('settings.devices')
  const format = useFormatter()
  const queries = useQueryClient()
  const [ending, setEnding] = useState<Ending | null>(null)
  const queryKey = ['devices', branchId]
  const route = staffApi.devices.branches[':branchId']
  const refresh = () => queries.invalidateQueries({ queryKey })
  const list = usePages({
    queryKey,
    load: (query) => unwrap(route.devices.$get({ param: { branchId }, query })),
  })
  const end = useMutation({
    mutationFn: ({ what, id }: Ending) =>
      what === 'device'
        ? unwrap(route.devices[':deviceId'].$delete({ param: { branchId, deviceId: id } }))
        : unwrap(route['device-keys'][':keyId'].$delete({ param: { branchId, keyId: id } })),
    onSuccess: (_, { what }) => toast({ message: t(what === 'device' ? 'revoked' : 'keyRevoked') }),
    onError: () => toast({ message: t('notChanged'), tone: 'failed' }),
    onSettled: () => {
      setEnding(null)
      void refresh()
    },
  })
  const day = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' })
  const pages = list.data?.pages ?? []
  const devices = pages.flatMap((page) => page.devices)
  const { keys = [] } = pages[0] ?? {}

  return (
    <SettingsFrame
      title={t('title')}
      lead={t('lead')}
      backLabel={t('back')}
      form={<CreateKey branchId={branchId} onCreated={() => void refresh()} />}
    >
      {list.isPending && <WaitingPanels label={t('loading')} />}
      {list.isError && <NotLoaded onRetry={() => void list.refetch()}>{t('notLoaded')}</NotLoaded>}
      {list.data && devices.length === 0 && (
        <EmptyState picture={<Served />} title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      )}
      {devices.length > 0 && (
        <EntryList
          title={t('paired')}
          entries={devices.map(({ id, name, kind, lastVerifiedAt }) => ({
            id,
            icon: iconOf(kind),
            name,
            details: [t(`kinds.${kind}`), t('seen', { at: day(lastVerifiedAt) })],
            verb: t('revoke'),
            verbOf: t('revokeOf', { name }),
            onVerb: () => setEnding({ what: 'device', id, name }),
          }))}
        />
      )}
      <MoreButton list={list} />
      {keys.length > 0 && (
        <EntryList
          title={t('keys')}
          entries={keys.map(({ id, kind, activations, maxActivations, expiresAt }) => ({
            id,
            icon: <KeyRound size={20} />,
            name: t(`kinds.${kind}`),
            details: [t('used', { activations, maxActivations }), t('until', { at: day(expiresAt) })],
            verb: t('revoke'),
            verbOf: t('revokeOf', { name: t(`kinds.${kind}`) }),
            onVerb: () => end.mutate({ what: 'key', id, name: '' }),
          }))}
        />
      )}
      {ending && (
        <Dialog
          open
          onClose={() => setEnding(null)}
          title={t('revokeAsk', { name: ending.name })}
          actions={
            <>
              <Button variant="line" size={44} onClick={() => setEnding(null)}>
                {t('cancel')}
              </Button>
              <Button variant="danger" size={44} busy={end.isPending} onClick={() => end.mutate(ending)}>
                {t('revoke')}
              </Button>
            </>
          }
        >
          <p className="text-muted-foreground">{t('revokeDetail')}</p>
        </Dialog>
      )}
    </SettingsFrame>
  )
}

const iconOf = (kind: 'kds' | 'pos') =>
  kind === 'kds' ? <ChefHat size={20} /> : <MonitorSmartphone size={20} />
