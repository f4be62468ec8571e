'use client'

import { ApiProblem, unwrap } from '@repo/api-client'
import { assignableRoles, type Role } from '@repo/auth/policy'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'
import { RoleField } from './role-field.tsx'

/** Invites somebody by e-mail, and shows whom the team waits for. */
export function InviteMember({ branch }: { branch: StaffBranch }) {
  const t = useTranslations('settings.team')
  const locale = useLocale()
  const queries = useQueryClient()
  const queryKey = ['invitations', branch.id]
  const route = staffApi.invitations.branches[':branchId'].invitations
  const param = { branchId: branch.id }
  const refresh = () => queries.invalidateQueries({ queryKey })
  const waiting = useQuery({ queryKey, queryFn: () => unwrap(route.$get({ param })) })
  const invite = useMutation({
    mutationFn: (json: { email: string; role: Role }) =>
      unwrap(route.$post({ param, json: { ...json, locale } })),
  })
  const withdraw = useMutation({
    mutationFn: (invitationId: string) =>
      unwrap(route[':invitationId'].$delete({ param: { ...param, invitationId } })),
    onSuccess: () => toast({ message: t('withdrawn') }),
    onError: () => toast({ message: t('notChanged'), tone: 'failed' }),
    onSettled: refresh,
  })
  const roles = assignableRoles(branch.role)

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const value = (name: string) => String(new FormData(form).get(name) ?? '')
    invite.mutate(
      { email: value('email'), role: value('role') as Role },
      {
        onSuccess: ({ email }) => {
          form.reset()
          toast({ message: t('invited', { email }) })
          void refresh()
        },
      },
    )
  }

  const isOff = invite.error instanceof ApiProblem && invite.error.code === 'EMAIL_UNAVAILABLE'
  return (
    <div className="grid grid-cols-1 content-start gap-4 rounded-lg bg-surface p-5 shadow-resting">
      <h2 className="type-section">{t('inviteTitle')}</h2>
      <form aria-label={t('inviteTitle')} onSubmit={submit} className="grid gap-4">
        <TextField name="email" type="email" label={t('email')} required maxLength={254} autoComplete="off" />
        <RoleField roles={roles} />
        {invite.error && (
          <p role="alert" className="text-danger-text">
            {t(isOff ? 'noEmail' : 'notInvited')}
          </p>
        )}
        <Button type="submit" busy={invite.isPending}>
          {t('invite')}
        </Button>
      </form>
      {waiting.data && waiting.data.invitations.length > 0 && (
        <ul aria-label={t('waiting')} className="border-t">
          {waiting.data.invitations.map(({ id, email, role }) => (
            <li key={id} className="flex items-center gap-3 border-b py-2.5 last:border-b-0">
              <span className="min-w-0 flex-1">
                <span className="type-label block truncate">{email}</span>
                <span className="type-hint block text-muted-foreground">
                  {t('waiting')} · {t(`roles.${role}`)}
                </span>
              </span>
              <Button
                variant="line"
                size={44}
                aria-label={t('withdrawOf', { email })}
                onClick={() => withdraw.mutate(id)}
              >
                {t('withdraw')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
