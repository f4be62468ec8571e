'use client'

import { ShieldAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/ui/page-header.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { StaffScreen } from '@/lib/staff/staff-screen.tsx'
import { useStaff } from '@/lib/staff/use-staff.ts'
import { ChangeEmail } from './change-email.tsx'
import { ChangePassword } from './change-password.tsx'
import { SignIns } from './sign-ins.tsx'
import { TwoFactor } from './two-factor.tsx'

/** How the signed-in person signs in: where, with which password, with which second factor. */
export function AccountPage() {
  const t = useTranslations('account')
  const { account, mustEnrol } = useStaff()
  return (
    <StaffScreen needs="account:read">
      {() => (
        <section className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-5 p-4.5">
          <PageHeader title={t('title')}>{account?.email}</PageHeader>
          {mustEnrol && (
            <Strip tone="warning" icon={<ShieldAlert size={22} />}>
              {t('mustEnrol')}
            </Strip>
          )}
          <TwoFactor />
          <SignIns />
          <ChangePassword />
          <ChangeEmail />
        </section>
      )}
    </StaffScreen>
  )
}
