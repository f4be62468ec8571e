import { once } from 'node:events'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { createDeps } from '../create-deps.ts'
import type { Tenant } from '../testing/create-tenant.ts'
import { startProcess } from '../testing/start-process.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterAll(() => t.close())

const appIn = (mode: 'development' | 'production') =>
  createApp(createDeps({ env: t.env, mode, database: t.database, log: pino({ level: 'silent' }) }))
const menu = () => `/api/customer/${tenant.slug}/menu`

/** Breaks the menu during a run: its rows cannot be read, or a column is gone. */
async function whileBroken(how: 'REVOKE' | 'a dropped column', work: () => Promise<void>): Promise<void> {
  const [undo, change] =
    how === 'REVOKE'
      ? ['grant select on dishes to restai_app', 'revoke select on dishes from restai_app']
      : [
          'alter table dishes rename column gone to price_minor',
          'alter table dishes rename column price_minor to gone',
        ]
  await t.admin.unsafe(change)
  try {
    await work()
  } finally {
    await t.admin.unsafe(undo)
  }
}

test('development and production have the same routes, and describe them identically', async () => {
  const [development, production] = [appIn('development'), appIn('production')]
  const routesOf = (app: typeof production) => app.routes.map(({ method, path }) => `${method} ${path}`)
  expect(routesOf(development)).toEqual(routesOf(production))
  const documents = await Promise.all(
    [development, production].map(async (app) => (await app.request('/api/openapi.json')).text()),
  )
  expect(documents[0]?.length).toBeGreaterThan(10_000)
  expect(documents[0]).toBe(documents[1])
})

test('under the development command a server error shows its message and its stack, and no secret', async () => {
  const app = appIn('development')
  app.get('/api/throws', () => {
    throw new Error(`cannot reach ${t.env.DATABASE_URL}`)
  })
  await whileBroken('REVOKE', async () => {
    const body = (await (await app.request(menu())).json()) as { code: string; detail: string; stack: string }
    expect(body).toMatchObject({
      code: 'INTERNAL',
      detail: expect.stringMatching(/permission denied|query/i),
    })
    expect(body.stack).toMatch(/\.ts:\d+/)
  })
  const text = await (await app.request('/api/throws')).text()
  expect(text).toContain('cannot reach')
  expect(text).not.toContain(new URL(t.env.DATABASE_URL).password)
})

describe.each([
  ['NODE_ENV=development', { NODE_ENV: 'development', APP_ENV: 'development' }],
  ['no NODE_ENV', {}],
])('the start command with %s', (_, settings) => {
  test('shows only the request id of a server error, logs the stack under that id, and keeps running', async () => {
    const { url, child, output } = await startProcess(t, { LOG_LEVEL: 'info', ...settings })
    try {
      for (const how of ['REVOKE', 'a dropped column'] as const)
        await whileBroken(how, async () => {
          const reply = await fetch(`${url}${menu()}`)
          const text = await reply.text()
          const body = JSON.parse(text)
          expect(reply.status, how).toBe(500)
          expect(Object.keys(body).toSorted()).toEqual(['code', 'requestId', 'status', 'title', 'type'])
          expect(text.length).toBeLessThanOrEqual(300)
          expect(text).not.toMatch(/dishes|select|permission|column|\/src\/|\.ts|postgres|node/i)
          await expect
            .poll(() =>
              output()
                .split('\n')
                .find((line) => line.includes(body.requestId) && line.includes('"stack"')),
            )
            .toContain('.ts')
        })
      expect((await fetch(`${url}/health`)).status).toBe(200)
      expect((await fetch(`${url}${menu()}`)).status).toBe(200)
    } finally {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    }
  })
})
