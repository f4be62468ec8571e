import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { WareDefs } from '@/components/plate/ware-defs.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'
import { parseTheme, themeCookie } from '@/lib/theme/theme.ts'
import { themeColors } from '@/lib/theme/theme-colors.ts'

export const metadata: Metadata = {
  title: { default: 'RestAI', template: '%s · RestAI' },
  applicationName: 'RestAI',
  appleWebApp: { capable: true, title: 'RestAI', statusBarStyle: 'default' },
  formatDetection: { telephone: false },
  icons: {
    icon: [
      { url: '/icons/mark.svg', type: 'image/svg+xml' },
      { url: '/icons/icon-192.png', sizes: '192x192' },
    ],
    apple: '/icons/apple-touch-icon.png',
  },
}

async function chosenTheme() {
  return parseTheme((await cookies()).get(themeCookie)?.value)
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme()
  return { viewportFit: 'cover', themeColor: theme ? themeColors[theme] : byDevice }
}

const byDevice = [
  { media: '(prefers-color-scheme: light)', color: themeColors.light },
  { media: '(prefers-color-scheme: dark)', color: themeColors.dark },
]

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await getLocale()} className={await chosenTheme()}>
      <body>
        <WareDefs />
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  )
}
