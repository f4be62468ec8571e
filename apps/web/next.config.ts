import { join } from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { securityHeaders } from './src/lib/security-headers.ts'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './src/lib/i18n/request.ts',
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})

const nextConfig: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: join(import.meta.dirname, '../..'),
  transpilePackages: ['@repo/api-client', '@repo/auth', '@repo/config', '@repo/schemas'],
  reactStrictMode: true,
  poweredByHeader: false,
  // An event stream says hello every 15 s; a proxied request may stay silent for longer than that.
  experimental: { proxyTimeout: 120_000 },
  headers: async () => [{ source: '/((?!api/|health$).*)', headers: securityHeaders }],
}

export default withNextIntl(nextConfig)
