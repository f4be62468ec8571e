import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect } from 'vitest'
import type { TestApp } from './test-app.ts'

export type ApiProcess = { url: string; port: number; child: ChildProcess }

/** The API as a process of its own on the test's database, ready to answer; the test ends it. */
export async function startProcess(t: TestApp): Promise<ApiProcess> {
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
    },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  const answers = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  try {
    await expect.poll(answers, { timeout: 40_000 }).toBe(true)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return { url, port, child }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}
