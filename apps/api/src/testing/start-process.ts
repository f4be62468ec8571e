import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from '@repo/stack/free-port'
import { vi } from 'vitest'
import type { TestApp } from './test-app.ts'

/** `output` is what the process has written so far. */
export type ApiProcess = { url: string; port: number; child: ChildProcess; output(): string }

/** The API as a process of its own on the test's database, ready to answer; the test must end it. */
export async function startProcess(t: TestApp, settings: Record<string, string> = {}): Promise<ApiProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, [new URL('../main.ts', import.meta.url).pathname], {
    env: {
      DATABASE_URL: t.env.DATABASE_URL,
      JWT_SECRET: t.env.JWT_SECRET,
      JWT_REFRESH_SECRET: t.env.JWT_REFRESH_SECRET,
      CORS_ORIGINS: 'http://localhost:3000',
      SIGNUP: 'closed',
      LOG_LEVEL: 'silent',
      API_PORT: String(port),
      TRUSTED_PROXIES: '127.0.0.1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  const url = `http://127.0.0.1:${port}`
  try {
    await vi.waitFor(() => fetch(`${url}/health`), { timeout: 40_000 })
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return { url, port, child, output: () => output }
}
