'use client'

import { ApiProblem, unwrap } from '@repo/api-client'
import { assignableRoles, can } from '@repo/auth/policy'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { MoreButton } from '@/components/ui/more-button.tsx'
import { PasswordField } from '@/components/ui/password-field.tsx'
import { SelectField } from '@/components/ui/select-field.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'
import { type StaffBranch, useStaff } from '@/lib/staff/use-staff.ts'
import { usePages } from '@/lib/use-pages.ts'
import { InviteMember } from './invite-member.tsx'
import { MemberRow } from './member-row.tsx'
import { RequireTwoFactor } from './require-two-factor.tsx'

/** Who works here, and a login for somebody new. */
export function Team({ branch }: { branch: StaffBranch }) {
  const t = useTranslations('settings.team')
  const { account } = useStaff()
  const members = usePages({
    queryKey: ['staff', branch.id],
    load: (query) =>
      unwrap(staffApi.staff.branches[':branchId'].staff.$get({ param: { branchId: branch.id }, query })),
  })
  const shown = members.data?.pages.flatMap((page) => page.members)
  return (
    <section className="mx-auto grid w-full max-w-5xl grid-cols-1 gap-6 p-4.5 panel:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid grid-cols-1 content-start gap-4">
        <h1 className="type-screen">{t('title')}</h1>
        {members.isError && <p role="alert">{t('notLoaded')}</p>}
        <ul className="rounded-lg bg-surface px-4.5 shadow-resting">
          {shown?.map((member, index) => (
            <MemberRow
              key={member.membershipId}
              branch={branch}
              member={member}
              colour={index}
              isSelf={member.userId === account?.userId}
            />
          ))}
        </ul>
        <MoreButton list={members} />
      </div>
      <div className="grid grid-cols-1 content-start gap-6">
        <InviteMember branch={branch} />
        <NewMember branch={branch} />
        {can(branch.role, 'organization:update') && <RequireTwoFactor branch={branch} />}
      </div>
    </section>
  )
}

function NewMember({ branch }: { branch: StaffBranch }) {
  const t = useTranslations('settings.team')
  const queries = useQueryClient()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const roles = assignableRoles(branch.role)
  const create = useMutation({
    mutationFn: (json: { name: string; email: string; password: string; role: (typeof roles)[number] }) =>
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
        role: value('role') as (typeof roles)[number],
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
      <SelectField name="role" label={t('role')} defaultValue={roles.at(-2) ?? roles[0]}>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </SelectField>
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
