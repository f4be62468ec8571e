'use client'

import { can } from '@repo/auth/policy'
import type { Account } from '@repo/schemas/contract'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BrandMark } from '@/components/brand/brand-mark.tsx'
import { RestaiMark } from '@/components/brand/restai-mark.tsx'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'
import { AccountMenu } from './account-menu.tsx'
import { isInPlace, navItems } from './nav-items.ts'

/** How many wait in a place. */
export type RailBadges = Partial<Record<(typeof navItems)[number]['key'], ReactNode>>

type RailProps = { account: Account | null; branch: StaffBranch | undefined; badges: RailBadges }

/** Way around: a rail at the left, a bar at the bottom below 700 px. */
export function Rail({ account, branch, badges }: RailProps) {
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
              <span className="relative">
                <item.Icon size={24} aria-hidden />
                <span className="absolute -top-2 -right-4">{badges[item.key]}</span>
              </span>
              {t(item.key)}
            </Link>
          </li>
        ))}
      </ul>
      {account && <AccountMenu account={account} branch={branch} />}
    </nav>
  )
}
