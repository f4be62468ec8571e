'use client'

import { unwrap } from '@repo/api-client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Panel } from '@/components/ui/panel.tsx'
import { PasswordField } from '@/components/ui/password-field.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { accountFault } from '@/lib/staff/account-fault.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'

type Passwords = { currentPassword: string; password: string }

export function ChangePassword() {
  const t = useTranslations('account')
  const locale = useLocale()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (passwords: Passwords) =>
      unwrap(staffApi.identity.auth.password.$post({ json: { ...passwords, locale } })),
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const value = (name: string) => String(new FormData(form).get(name) ?? '')
    change.mutate(
      { currentPassword: value('currentPassword'), password: value('password') },
      {
        onSuccess: () => {
          form.reset()
          toast({ message: t('password.changed') })
          void queries.invalidateQueries({ queryKey: ['sign-ins'] })
        },
      },
    )
  }

  const fault = change.error ? accountFault(change.error) : undefined
  const isNewOne = fault === 'weak'
  return (
    <Panel title={t('password.title')}>
      <form method="post" className="grid max-w-108 gap-4" onSubmit={submit}>
        <PasswordField
          name="currentPassword"
          required
          maxLength={512}
          autoComplete="current-password"
          label={t('password.current')}
          error={fault && !isNewOne && t(`problem.${fault}`)}
        />
        <PasswordField
          name="password"
          required
          minLength={12}
          maxLength={128}
          autoComplete="new-password"
          label={t('password.new')}
          hint={t('password.hint')}
          error={isNewOne && t('problem.weak')}
        />
        <Button type="submit" className="justify-self-start" busy={change.isPending}>
          {t('password.submit')}
        </Button>
      </form>
    </Panel>
  )
}
