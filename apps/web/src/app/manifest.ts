import type { MetadataRoute } from 'next'
import { themeColors } from '@/lib/theme/theme-colors.ts'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'RestAI',
    short_name: 'RestAI',
    description: 'Order from the table, cook from one screen.',
    id: '/',
    start_url: '/tables',
    scope: '/',
    display: 'standalone',
    background_color: themeColors.light,
    theme_color: themeColors.light,
    icons: [
      { src: '/icons/mark.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icons/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}
