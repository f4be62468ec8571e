'use client'

import type { Account } from '@repo/schemas/contract'
import { LogOut, Store, UserRound } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LanguageSwitch } from '@/components/preferences/language-switch.tsx'
import { ThemeSwitch } from '@/components/preferences/theme-switch.tsx'
import { Person } from '@/components/ui/person.tsx'
import { chooseBranch, signOut } from '@/lib/staff/staff-session.ts'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'

type AccountMenuProps = { account: Account; branch: StaffBranch | undefined }

const menuId = 'account-menu'

/** Who is signed in, where, and how the screen looks. A native popover: Esc and a tap outside close it. */
export function AccountMenu({ account, branch }: AccountMenuProps) {
  const t = useTranslations('common')
  const others = account.branches.filter(({ id }) => id !== branch?.id)
  return (
    <div className="rail-account">
      <button
        type="button"
        popoverTarget={menuId}
        aria-label={t('nav.account')}
        className="rounded-full focus-visible:outline-field-ink"
      >
        <Person name={account.name} colour={4} size={44} />
      </button>
      <div id={menuId} popover="auto" className="account-menu">
        <p className="px-3.5 pt-2">
          <span className="type-dish block">{account.name}</span>
          <span className="type-hint block text-muted-foreground">{branch?.name}</span>
        </p>
        <ul className="grid border-y py-1.5">
          <li>
            <Link href="/account" className={rowStyle}>
              <UserRound size={20} />
              {t('nav.yourAccount')}
            </Link>
          </li>
          {others.map((other) => (
            <li key={other.id}>
              <button
                type="button"
                className={rowStyle}
                popoverTarget={menuId}
                onClick={() => chooseBranch(other.id)}
              >
                <Store size={20} />
                {other.name}
              </button>
            </li>
          ))}
          <li>
            <LanguageSwitch className={rowStyle} />
          </li>
          <li>
            <ThemeSwitch className={rowStyle} />
          </li>
        </ul>
        <button type="button" className={rowStyle} onClick={() => void signOut()}>
          <LogOut size={20} />
          {t('signOut')}
        </button>
      </div>
    </div>
  )
}

const rowStyle =
  'type-label flex min-h-11 w-full items-center gap-3 rounded-sm px-3.5 text-left hover:bg-sunken'
