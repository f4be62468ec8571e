'use client'

import { ApiProblem, unwrap } from '@repo/api-client'
import { assignableRoles, type Role } from '@repo/auth/policy'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { PasswordField } from '@/components/ui/password-field.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'
import { RoleField } from './role-field.tsx'

/** Makes a login for a colleague, with a password that is handed over in person. */
export function NewMember({ branch }: { branch: StaffBranch }) {
  const t = useTranslations('settings.team')
  const queries = useQueryClient()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const roles = assignableRoles(branch.role)
  const create = useMutation({
    mutationFn: (json: { name: string; email: string; password: string; role: Role }) =>
      unwrap(staffApi.staff.branches[':branchId'].staff.$post({ param: { branchId: branch.id }, json })),
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const value = (name: string) => String(new FormData(form).get(name) ?? '')
    setProblem(null)
    create.mutate(
      {
        name: value('name'),
        email: value('email'),
        password: value('password'),
        role: value('role') as Role,
      },
      {
        onSuccess: (member) => {
          form.reset()
          toast({ message: t('created', { name: member.name }) })
          void queries.invalidateQueries({ queryKey: ['staff', branch.id] })
        },
        onError: (error) => setProblem(error instanceof ApiProblem ? error : new ApiProblem('OFFLINE')),
      },
    )
  }

  const fieldFault = (field: string) => problem?.problem?.errors?.some((error) => error.field === field)
  return (
    <form
      aria-label={t('new')}
      onSubmit={submit}
      className="grid content-start gap-4 rounded-lg bg-surface p-5 shadow-resting"
    >
      <h2 className="type-section">{t('new')}</h2>
      <TextField
        name="name"
        label={t('name')}
        required
        maxLength={100}
        autoComplete="off"
        error={fieldFault('name') && t('nameFault')}
      />
      <TextField
        name="email"
        type="email"
        label={t('email')}
        required
        maxLength={254}
        autoComplete="off"
        error={problem?.code === 'EMAIL_TAKEN' ? t('emailTaken') : fieldFault('email') && t('emailFault')}
      />
      <PasswordField
        name="password"
        label={t('password')}
        hint={t('passwordHint')}
        required
        minLength={12}
        maxLength={128}
        autoComplete="new-password"
        error={fieldFault('password') && t('passwordFault')}
      />
      <RoleField roles={roles} />
      {problem && problem.code !== 'EMAIL_TAKEN' && !problem.problem?.errors && (
        <p role="alert" className="text-danger-text">
          {t('notCreated')}
        </p>
      )}
      <Button type="submit" busy={create.isPending}>
        {t('create')}
      </Button>
    </form>
  )
}
