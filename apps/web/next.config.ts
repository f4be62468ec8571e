import { join } from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { filePolicy, securityHeaders } from './src/lib/security-headers.ts'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './src/lib/i18n/request.ts',
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})

// Their names do not change with their content: a day of rest, then a look in the background.
const assetHeaders = [{ key: 'Cache-Control', value: 'public, max-age=86400, stale-while-revalidate=604800' }]

const nextConfig: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: join(import.meta.dirname, '../..'),
  transpilePackages: ['@repo/api-client', '@repo/auth', '@repo/config', '@repo/schemas'],
  reactStrictMode: true,
  poweredByHeader: false,
  // A phone on the same network may open the development server.
  allowedDevOrigins: ['127.0.0.1', '10.*.*.*', '172.*.*.*', '192.168.*.*'],
  turbopack: { rules: { '*.pcss': { loaders: ['./scripts/inline-css-loader.mjs'], as: '*.js' } } },
  headers: async () => [
    { source: '/((?!api/|health$).*)', headers: securityHeaders },
    { source: '/:folder(dishes|fonts|icons|logos)/:file*', headers: [...assetHeaders, filePolicy] },
    { source: '/_next/static/:file*', headers: [filePolicy] },
  ],
}

export default withNextIntl(nextConfig)
