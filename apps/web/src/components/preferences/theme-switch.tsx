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
      <button type="button" className={`${className} dark:hidden`} onClick={() => choose('dark')}>
        <Moon size={20} />
        {t('theme.dark')}
      </button>
      <button type="button" className={`${className} not-dark:hidden`} onClick={() => choose('light')}>
        <Sun size={20} />
        {t('theme.light')}
      </button>
    </>
  )
}

function choose(theme: Theme): void {
  document.documentElement.classList.remove('light', 'dark')
  document.documentElement.classList.add(theme)
  rememberChoice(themeCookie, theme)
}
