import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { freePort } from '@repo/stack/free-port'
// By path, because the API does not export its tests.
import { createTestApp, testPassword } from '../../../../apps/api/src/testing/test-app.ts'
import type { Options } from '../options.ts'
import { createTarget, type Target } from '../target.ts'
import { makeCertificate } from './certificate.ts'
import { startEdge, type Weakness } from './edge.ts'

export type Harness = Awaited<ReturnType<typeof createHarness>>

const signupToken = 'Vt6rXq2Lm9Bz4Nc8Kd1Pw5Hs7Jf3Gy0R'
const healthSecret = 'Kp8wZc3Rt6Yv1Bn9Mx4Lq7Hd2Fs5Gj0T'
const totalMs = 60_000

/** The real API on a database of its own behind an edge that speaks TLS. One edge at a time. */
export async function createHarness() {
  const port = await freePort()
  const closedPort = await freePort()
  const t = await createTestApp({
    CORS_ORIGINS: `https://localhost:${port}`,
    TRUSTED_PROXIES: '127.0.0.1,::1',
    SIGNUP: 'token',
    SIGNUP_TOKEN: signupToken,
    HEALTH_SECRET: healthSecret,
  })
  const api = serve({ fetch: t.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(api, 'listening')
  const apiPort = (api.address() as AddressInfo).port
  const tenant = await t.createTenant()
  const { email } = await t.signInAs(tenant, 'owner')
  const given: Partial<Options> = {
    account: { email, password: testPassword },
    signupToken,
    healthSecret,
    table: `${tenant.slug}/${tenant.tables[0]?.code}`,
  }
  let edges = 0

  /** Calls back with a target; limits start anew, because each edge reports another client address. */
  async function behindEdge<T>(
    weakness: Weakness,
    use: (target: Target) => Promise<T>,
    options: Partial<Options> = given,
  ): Promise<T> {
    const tls = makeCertificate(weakness.certificateDays ?? 80)
    const clientAddress = `198.51.100.${++edges}`
    const edge = await startEdge({ port, apiPort, clientAddress, tls }, weakness)
    try {
      const site = new URL(edge.origin)
      const ports = weakness.opensApiPort ? [apiPort] : [closedPort]
      const all: Options = { site, hsts: 'full', httpPort: edge.httpPort, ports, ca: tls.cert, ...options }
      return await use(createTarget(all, AbortSignal.timeout(totalMs)))
    } finally {
      await edge.stop()
    }
  }

  return {
    behindEdge,
    async close() {
      api.close()
      await t.close()
    },
  }
}
