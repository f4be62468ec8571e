import type { Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import './globals.css'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'
import { parseTheme, themeCookie } from '@/lib/theme/theme.ts'

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value)
  return (
    <html lang={await getLocale()} className={theme}>
      <body>
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  )
}
