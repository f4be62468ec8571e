'use client'

import { can } from '@repo/auth/policy'
import type { Account } from '@repo/schemas/contract'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { BrandMark } from '@/components/brand/brand-mark.tsx'
import { RestaiMark } from '@/components/brand/restai-mark.tsx'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'
import { AccountMenu } from './account-menu.tsx'
import { isInPlace, navItems } from './nav-items.ts'

type RailProps = { account: Account | null; branch: StaffBranch | undefined }

/** Way around: a rail at the left, a bar at the bottom below 700 px. */
export function Rail({ account, branch }: RailProps) {
  const t = useTranslations('common.nav')
  const path = usePathname()
  const items = navItems.filter(({ needs }) => branch && can(branch.role, needs))
  return (
    <nav aria-label={t('label')} className="dashboard-rail">
      <span className="rail-mark">
        {branch ? (
          <BrandMark name={branch.name} logo={branch.logo} className="w-13" />
        ) : (
          <RestaiMark className="w-11 text-field-ink" />
        )}
      </span>
      <ul className="rail-items">
        {items.map((item) => (
          <li key={item.key}>
            <Link
              href={item.href}
              aria-current={isInPlace(item, path) ? 'page' : undefined}
              className="rail-item"
            >
              <item.Icon size={24} aria-hidden />
              {t(item.key)}
            </Link>
          </li>
        ))}
      </ul>
      {account && <AccountMenu account={account} branch={branch} />}
    </nav>
  )
}
