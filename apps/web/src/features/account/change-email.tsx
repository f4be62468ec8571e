'use client'

import { unwrap } from '@repo/api-client'
import { useMutation } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Panel } from '@/components/ui/panel.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { accountFault } from '@/lib/staff/account-fault.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'

/** Asks for another address; says the same whether that one has an account or not. */
export function ChangeEmail() {
  const t = useTranslations('account')
  const locale = useLocale()
  const ask = useMutation({
    mutationFn: (email: string) => unwrap(staffApi.identity.auth.email.$post({ json: { email, locale } })),
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    ask.mutate(String(new FormData(form).get('email') ?? ''), { onSuccess: () => form.reset() })
  }

  const fault = ask.error ? accountFault(ask.error) : undefined
  return (
    <Panel title={t('email.title')}>
      <form method="post" className="grid max-w-108 gap-4" onSubmit={submit}>
        <TextField
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="email"
          label={t('email.new')}
          hint={t('email.hint')}
          error={fault && t(fault === 'weak' ? 'email.refused' : `problem.${fault}`)}
        />
        {ask.isSuccess && (
          <Strip tone="success" icon={<MailCheck size={22} />}>
            {t('email.sent', { email: ask.variables })}
          </Strip>
        )}
        <Button type="submit" className="justify-self-start" busy={ask.isPending}>
          {t('email.submit')}
        </Button>
      </form>
    </Panel>
  )
}
