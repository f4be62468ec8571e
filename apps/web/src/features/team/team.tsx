'use client'

import { unwrap } from '@repo/api-client'
import { can } from '@repo/auth/policy'
import { useTranslations } from 'next-intl'
import { MoreButton } from '@/components/ui/more-button.tsx'
import { staffApi } from '@/lib/staff/staff-session.ts'
import { type StaffBranch, useStaff } from '@/lib/staff/use-staff.ts'
import { usePages } from '@/lib/use-pages.ts'
import { InviteMember } from './invite-member.tsx'
import { MemberRow } from './member-row.tsx'
import { NewMember } from './new-member.tsx'
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
