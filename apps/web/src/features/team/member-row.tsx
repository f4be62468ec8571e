'use client'

import { unwrap } from '@repo/api-client'
import { assignableRoles, type Role } from '@repo/auth/policy'
import type { StaffList, UpdateStaffInput } from '@repo/schemas/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Chip } from '@/components/ui/chip.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Person } from '@/components/ui/person.tsx'
import { Select } from '@/components/ui/select.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'

type Member = StaffList['members'][number]
type MemberRowProps = { branch: StaffBranch; member: Member; colour: number; isSelf: boolean }

/** One colleague; who stands above them also sees what can be changed. */
export function MemberRow({ branch, member, colour, isSelf }: MemberRowProps) {
  const t = useTranslations('settings.team')
  const assignable = assignableRoles(branch.role)
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2.5 border-b py-3.5 last:border-b-0">
      <Person name={member.name} colour={colour} size={44} />
      <span className="min-w-44 flex-1">
        <span className="type-dish block">{member.name}</span>
        <span className="type-hint block truncate text-muted-foreground">{member.email}</span>
      </span>
      {member.disabled && <Chip>{t('isShutOut')}</Chip>}
      {isSelf || !assignable.includes(member.role) ? (
        <Chip>{t(`roles.${member.role}`)}</Chip>
      ) : (
        <MemberVerbs branch={branch} member={member} roles={assignable} />
      )}
    </li>
  )
}

type MemberVerbsProps = { branch: StaffBranch; member: Member; roles: readonly Role[] }

function MemberVerbs({ branch, member, roles }: MemberVerbsProps) {
  const t = useTranslations('settings.team')
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { name, membershipId, disabled } = member
  const route = staffApi.staff.branches[':branchId'].staff[':membershipId']
  const param = { branchId: branch.id, membershipId }
  const change = useMutation({
    mutationFn: async (json: UpdateStaffInput | 'remove') =>
      json === 'remove' ? unwrap(route.$delete({ param })) : unwrap(route.$patch({ param, json })),
    onSuccess: (_, json) => toast({ message: t(json === 'remove' ? 'removed' : 'changed', { name }) }),
    onError: () => toast({ message: t('notChanged'), tone: 'failed' }),
    onSettled: () => {
      setAsking(false)
      return queries.invalidateQueries({ queryKey: ['staff', branch.id] })
    },
  })
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <Select
        className="w-full sm:w-auto"
        aria-label={t('roleOf', { name })}
        value={member.role}
        onChange={(event) => change.mutate({ role: event.target.value as Role })}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </Select>
      <Button
        variant="line"
        size={44}
        aria-label={t(disabled ? 'letInOf' : 'shutOutOf', { name })}
        onClick={() => change.mutate({ disabled: !disabled })}
      >
        {t(disabled ? 'letIn' : 'shutOut')}
      </Button>
      <Button variant="line" size={44} aria-label={t('removeOf', { name })} onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('removeAsk', { name })}
        actions={
          <>
            <Button variant="quiet" size={44} onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
            <Button
              variant="danger"
              size={44}
              busy={change.isPending}
              onClick={() => {
                setAsking(false)
                change.mutate('remove')
              }}
            >
              {t('remove')}
            </Button>
          </>
        }
      >
        <p>{t('removeDetail')}</p>
      </Dialog>
    </div>
  )
}
