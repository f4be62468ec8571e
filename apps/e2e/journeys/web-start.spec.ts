import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const server = join(import.meta.dirname, '../../web/.next/standalone/apps/web/server.js')

/** Starts the built web server as production does and waits for its end. */
function start(settings: Record<string, string>): Promise<{ status: number | null; stderr: string }> {
  const env = { NODE_ENV: 'production', PORT: '0', HOSTNAME: '127.0.0.1', ...settings }
  const child = spawn(process.execPath, [server], { env, timeout: 40_000 })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr })))
}

for (const [what, settings] of [
  ['no address of the API', {}],
  ['an empty one', { API_INTERNAL_URL: ' ' }],
  ['an invalid one', { API_INTERNAL_URL: 'internal-api-host:3001' }],
] as const) {
  test(`the web server does not start with ${what}: status 1, the variable named, no value printed`, async () => {
    const { status, stderr } = await start(settings)
    expect(status).toBe(1)
    expect(stderr).toContain('API_INTERNAL_URL')
    expect(stderr).not.toContain('internal-api-host')
  })
}
