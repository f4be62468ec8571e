import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { connect } from '@repo/db'
import { freePort } from '@repo/stack/free-port'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createMetrics } from './http/metrics.ts'
import { createReadiness } from './http/readiness.ts'
import { startAdminServer } from './http/start-admin-server.ts'
import { type ServedApp, serveApp } from './testing/serve-app.ts'
import { startProcess } from './testing/start-process.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'

const secret = 'mK7qT2vX9wB4nR8zL5pJ3hC6'
let t: TestApp
let served: ServedApp
let admin: ReturnType<typeof startAdminServer>
let adminUrl: string
beforeAll(async () => {
  t = await createTestApp({ HEALTH_SECRET: secret, TRUSTED_PROXIES: '127.0.0.1' })
  t.deps.metrics = createMetrics()
  served = await serveApp(t)
  admin = startAdminServer(t.deps, { port: 0, hostname: '127.0.0.1' })
  await once(admin.server, 'listening')
  adminUrl = `http://127.0.0.1:${(admin.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await Promise.all([served.stop(), admin.stop()])
  await t.close()
})

async function health(given?: string, from = '192.0.2.1') {
  const headers = { 'x-forwarded-for': from, ...(given !== undefined && { 'x-health-secret': given }) }
  const response = await fetch(`${served.url}/health`, { headers })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('/health', () => {
  test('tells anybody its status, and nothing else', async () => {
    expect(await health()).toEqual({ status: 200, body: { status: 'ok' } })
  })

  test('tells more to callers who know the secret, however often they ask', async () => {
    for (let n = 0; n < 20; n += 1) {
      const { status, body } = await health(secret)
      expect(status).toBe(200)
      expect(body).toMatchObject({ status: 'ok', details: { database: 'ok', limits: 'own' } })
    }
  })

  test('sends balancers elsewhere as soon as the process drains', async () => {
    t.deps.readiness.draining = true
    try {
      expect(await health()).toEqual({ status: 503, body: { status: 'unavailable' } })
    } finally {
      t.deps.readiness.draining = false
    }
  })

  test('looks at only five of a hundred guesses', async () => {
    const from = '192.0.2.2'
    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, n) => health(`${secret.slice(0, -2)}${n}`, from)),
    )
    expect(guesses.filter(({ status }) => status === 403)).toHaveLength(5)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(95)
    for (const { body } of guesses) expect(body).not.toHaveProperty('details')
    expect((await health(secret, from)).status).toBe(429)
    expect((await health(secret, '192.0.2.3')).status).toBe(200)
  })

  test('has no details where no secret is set, not even for an empty one', async () => {
    const open = await createTestApp()
    for (const guess of ['', 'undefined', secret]) {
      const reply = await open.call('GET', '/health', { headers: { 'x-health-secret': guess } })
      expect(reply.status).toBe(403)
    }
    await open.close()
  })
})

describe('while PostgreSQL is away', () => {
  test('/health and /ready say so within three seconds, even when it merely hangs', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const probe = connect({ url: `postgres://app@127.0.0.1:${port}/restai`, poolMax: 1 })
    const { readiness } = t.deps
    t.deps.readiness = createReadiness(probe)
    try {
      const startMs = performance.now()
      expect(await health()).toEqual({ status: 503, body: { status: 'unavailable' } })
      expect(performance.now() - startMs).toBeLessThan(3_000)
      const ready = await fetch(`${adminUrl}/ready`)
      expect(ready.status).toBe(503)
      expect(await ready.json()).toEqual({ status: 'unavailable', database: 'unavailable', draining: false })
      expect((await health(secret)).body).toMatchObject({ details: { database: 'unavailable' } })
    } finally {
      t.deps.readiness = readiness
      await probe.end({ timeout: 0 })
      silent.close()
    }
  })
})

describe('the admin port', () => {
  test('is ready when PostgreSQL answers', async () => {
    const ready = await fetch(`${adminUrl}/ready`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ok', database: 'ok', draining: false },
    ])
  })

  test('answers 500 where metrics cannot be collected, and goes on', async () => {
    const { metrics } = t.deps
    t.deps.metrics = { ...createMetrics(), render: () => Promise.reject(new Error('no metrics')) }
    try {
      expect((await fetch(`${adminUrl}/metrics`)).status).toBe(500)
    } finally {
      if (metrics) t.deps.metrics = metrics
    }
    expect((await fetch(`${adminUrl}/metrics`)).status).toBe(200)
  })

  test('shows requests by route template and status, refusals, streams, pool and the event loop', async () => {
    const tenant = await t.createTenant()
    const guest = await t.joinTable(tenant)
    const stream = await t.app.request('/api/customer/events', {
      headers: { authorization: `Bearer ${guest.token}` },
    })
    await t.call('GET', `/api/customer/${tenant.slug}/menu`)
    const text = await (await fetch(`${adminUrl}/metrics`)).text()
    expect(text).toContain(
      'restai_http_request_duration_seconds_count{method="GET",route="/api/customer/:branchSlug/menu",status="200"} 1',
    )
    expect(text).toMatch(/restai_rate_limit_refusals_total\{limit="healthSecretPerAddress"\} \d/)
    expect(text).toContain('restai_event_streams 1')
    expect(text).toContain('restai_database_pool_size 10')
    expect(text).toMatch(/restai_database_transactions \d/)
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    expect(text).not.toContain(tenant.slug)
    expect(text).not.toContain(guest.guestId)
    await stream.body?.cancel()
  })

  test('answers nothing else, and none of it is on the public port', async () => {
    for (const path of ['/', '/health', '/api/auth/me', '/metrics/'])
      expect.soft((await fetch(adminUrl + path)).status, path).toBe(404)
    expect((await fetch(`${adminUrl}/ready`, { method: 'POST' })).status).toBe(405)
    for (const path of ['/ready', '/metrics', '/api/metrics', '/api/ready', '/admin'])
      expect.soft((await fetch(served.url + path)).status, path).toBe(404)
  })

  test('says that the process drains while it finishes what is under way', async () => {
    const tenant = await t.createTenant()
    const { token } = await t.signInAs(tenant, 'owner')
    const port = await freePort()
    const api = await startProcess(t, { ADMIN_PORT: String(port) })
    const exited = once(api.child, 'exit')
    const database = connect({ url: t.testDatabase.adminUrl, poolMax: 1 })
    const renamed = await database.begin(async (sql) => {
      await sql`select 1 from branches where id = ${tenant.branchId} for update`
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const body = JSON.stringify({ name: 'Renamed' })
      const answer = fetch(`${api.url}/api/branches/${tenant.branchId}`, { method: 'PATCH', headers, body })
      await expect
        .poll(async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text())
        .toContain('restai_http_requests_in_flight 1')
      api.child.kill('SIGTERM')
      await vi.waitFor(async () => {
        const ready = await fetch(`http://127.0.0.1:${port}/ready`)
        expect([ready.status, await ready.json()]).toMatchObject([503, { draining: true }])
      }, 5_000)
      return { answer }
    })
    expect((await renamed.answer).status).toBe(200)
    expect((await exited)[0]).toBe(0)
    await database.end()
  })
})
