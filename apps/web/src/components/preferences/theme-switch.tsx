'use client'

import { Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { rememberChoice } from '@/lib/remember-choice.ts'
import { type Theme, themeCookie } from '@/lib/theme/theme.ts'

/** Turns the light on or off, whatever the device prefers. Both faces are rendered; CSS shows the right one. */
export function ThemeSwitch({ className }: { className: string }) {
  const t = useTranslations('common')
  return (
    <>
      <span className="contents dark:hidden">
        <button type="button" className={className} onClick={() => choose('dark')}>
          <Moon size={20} />
          {t('theme.dark')}
        </button>
      </span>
      <span className="hidden dark:contents">
        <button type="button" className={className} onClick={() => choose('light')}>
          <Sun size={20} />
          {t('theme.light')}
        </button>
      </span>
    </>
  )
}

function choose(theme: Theme): void {
  document.documentElement.classList.remove('light', 'dark')
  document.documentElement.classList.add(theme)
  rememberChoice(themeCookie, theme)
}
