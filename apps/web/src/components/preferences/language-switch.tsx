'use client'

import { Languages } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useTransition } from 'react'
import { localeCookie, localeNames, locales } from '@/lib/i18n/locale.ts'
import { rememberChoice } from '@/lib/remember-choice.ts'

type LanguageSwitchProps = {
  className: string
  /** `code` says ES where there is little room, `name` says Español. */
  show?: 'code' | 'name'
}

/** Offers the other language in its own words, and stays on the page. */
export function LanguageSwitch({ className, show = 'name' }: LanguageSwitchProps) {
  const router = useRouter()
  const locale = useLocale()
  const [busy, start] = useTransition()
  const other = locales.find((candidate) => candidate !== locale) ?? locale
  const change = () => {
    rememberChoice(localeCookie, other)
    start(() => router.refresh())
  }
  return (
    <button type="button" lang={other} className={className} aria-busy={busy || undefined} onClick={change}>
      <Languages size={20} />
      {show === 'name' ? (
        localeNames[other]
      ) : (
        <>
          <span aria-hidden>{other.toUpperCase()}</span>
          <span className="sr-only">{localeNames[other]}</span>
        </>
      )}
    </button>
  )
}
