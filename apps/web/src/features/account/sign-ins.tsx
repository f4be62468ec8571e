'use client'

import { unwrap } from '@repo/api-client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, Laptop, Smartphone } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { Chip } from '@/components/ui/chip.tsx'
import { Panel } from '@/components/ui/panel.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { accountFault } from '@/lib/staff/account-fault.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'

const route = staffApi.identity.auth['sign-ins']
const queryKey = ['sign-ins']

/** Where the person is signed in, and how to end it. */
export function SignIns() {
  const t = useTranslations('account')
  const format = useFormatter()
  const queries = useQueryClient()
  const list = useQuery({ queryKey, queryFn: () => unwrap(route.$get()) })
  const end = useMutation({
    mutationFn: (familyId: string | undefined) =>
      familyId === undefined
        ? unwrap(route['end-others'].$post())
        : unwrap(route[':familyId'].$delete({ param: { familyId } })),
    onSuccess: (_, familyId) =>
      toast({ message: t(familyId === undefined ? 'signIns.endedOthers' : 'signIns.ended') }),
    onError: (error) => toast({ message: t(`problem.${accountFault(error)}`), tone: 'failed' }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const signIns = list.data?.signIns ?? []
  return (
    <Panel title={t('signIns.title')}>
      {list.isError && <p role="alert">{t('signIns.notLoaded')}</p>}
      {list.isPending && (
        <div role="status" className="grid gap-3">
          <span className="sr-only">{t('signIns.loading')}</span>
          <Skeleton className="h-5 w-2/5" />
          <Skeleton className="h-4 w-3/5" />
        </div>
      )}
      <ul className="-mt-3">
        {signIns.map(({ id, deviceLabel, lastUsedAt, current }) => {
          const device = deviceLabel ?? t('signIns.unknownDevice')
          const time = format.dateTime(new Date(lastUsedAt), { dateStyle: 'medium', timeStyle: 'short' })
          const Icon = /iphone|android|ipad/i.test(device) ? Smartphone : Laptop
          return (
            <li key={id} className="flex items-center gap-3.5 border-b py-3 last:border-b-0 last:pb-0">
              <span
                aria-hidden
                className="flex size-11 shrink-0 items-center justify-center rounded-full bg-sunken"
              >
                <Icon size={20} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="type-dish block">{device}</span>
                <span className="type-hint block text-muted-foreground">{t('signIns.used', { time })}</span>
              </span>
              {current ? (
                <Chip tone="success" icon={<Check size={16} strokeWidth={2.4} />}>
                  {t('signIns.current')}
                </Chip>
              ) : (
                <Button
                  variant="line"
                  size={44}
                  aria-label={t('signIns.endOf', { device })}
                  onClick={() => end.mutate(id)}
                >
                  {t('signIns.end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {signIns.length > 1 && (
        <Button
          variant="line"
          className="justify-self-start"
          busy={end.isPending}
          onClick={() => end.mutate(undefined)}
        >
          {t('signIns.endOthers')}
        </Button>
      )}
    </Panel>
  )
}
