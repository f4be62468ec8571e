import { rateLimit } from '@repo/config/limits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarationOf } from '../http/endpoint.ts'
import { type ServedApp, serveApp } from '../testing/serve-app.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
let behindProxy: TestApp
let open: ServedApp
let proxied: ServedApp
beforeAll(async () => {
  t = await createTestApp()
  behindProxy = await createTestApp({ TRUSTED_PROXIES: '127.0.0.1' })
  open = await serveApp(t)
  proxied = await serveApp(behindProxy)
})
afterAll(async () => {
  await Promise.all([open.stop(), proxied.stop()])
  await Promise.all([t.close(), behindProxy.close()])
})

const isRefused = (response: Response) => response.status === 429
const times = (count: number) => Array.from({ length: count }, (_, n) => n)

/** Answers to `count` requests that are sent at once. */
async function burst(count: number, send: (n: number) => Promise<Response>): Promise<Response[]> {
  const responses = await Promise.all(times(count).map(send))
  await Promise.all(responses.map((response) => response.body?.cancel()))
  return responses
}

/** Numbers of both header families, which must tell the same story. */
function standing(headers: Headers) {
  const [, limit, windowSeconds] = /^"\w+";q=(\d+);w=(\d+)$/.exec(headers.get('ratelimit-policy') ?? '') ?? []
  const [, remaining, resetSeconds] = /^"\w+";r=(\d+);t=(\d+)$/.exec(headers.get('ratelimit') ?? '') ?? []
  for (const family of ['ratelimit', 'x-ratelimit']) {
    expect(headers.get(`${family}-limit`)).toBe(limit)
    expect(headers.get(`${family}-remaining`)).toBe(remaining)
  }
  expect(headers.get('ratelimit-reset')).toBe(resetSeconds)
  const answeredAtSeconds = Date.parse(headers.get('date') ?? '') / 1_000
  const untilReset = Number(headers.get('x-ratelimit-reset')) - answeredAtSeconds
  expect(Math.abs(untilReset - Number(resetSeconds))).toBeLessThanOrEqual(2)
  return {
    limit: Number(limit),
    windowSeconds: Number(windowSeconds),
    remaining: Number(remaining),
    resetSeconds: Number(resetSeconds),
  }
}

test('every route says where its caller stands, in both header families', async () => {
  const routes = t.app.routes.filter(({ handler }) => declarationOf(handler))
  expect(routes.length).toBeGreaterThan(20)
  for (const { method, path } of routes) {
    const response = await fetch(open.url + path.replaceAll(/:\w+/g, 'none'), { method })
    const { limit, remaining, resetSeconds } = standing(response.headers)
    expect.soft(remaining, path).toBeLessThan(limit)
    expect.soft(resetSeconds, path).toBeGreaterThanOrEqual(1)
    expect.soft(response.headers.get('retry-after'), path).toBeNull()
    await response.body?.cancel()
  }
})

test('a burst gets exactly the limit through, and the refusals agree with each other', async () => {
  const init = { headers: { 'x-forwarded-for': '198.51.100.9' } }
  const { max, windowSeconds } = rateLimit.healthPerAddress
  const responses = await burst(400, () => fetch(`${proxied.url}/health`, init))
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(max)
  const left = responses.filter(({ ok }) => ok).map(({ headers }) => standing(headers).remaining)
  expect(left.toSorted((a, b) => a - b)).toEqual(times(max))
  const refused = responses.filter(isRefused)
  expect(refused).toHaveLength(400 - max)
  for (const { headers } of refused) {
    const { remaining, resetSeconds, ...policy } = standing(headers)
    expect(policy).toEqual({ limit: max, windowSeconds })
    expect(remaining).toBe(0)
    expect(headers.get('retry-after')).toBe(String(resetSeconds))
    expect(resetSeconds).toBeGreaterThanOrEqual(1)
  }
})

test('waiting as long as the refusal says succeeds, and a moment less does not', async () => {
  const now = t.deps.now
  const guest = await t.joinTable(await t.createTenant())
  const call = () =>
    t.call('POST', '/api/customer/service-calls', { token: guest.token, json: { kind: 'waiter' } })
  const start = now().getTime()
  t.deps.now = () => new Date(start)
  for (const _ of times(rateLimit.guestCreate.max)) expect((await call()).status).not.toBe(429)
  const refused = await call()
  expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } })
  const waitMs = Number(refused.headers.get('retry-after')) * 1_000
  expect(refused.body.retryAfterSeconds).toBe(waitMs / 1_000)
  t.deps.now = () => new Date(start + waitMs - 1)
  expect((await call()).status).toBe(429)
  t.deps.now = () => new Date(start + waitMs)
  expect((await call()).status).not.toBe(429)
  t.deps.now = now
})

test('guests behind one address have separate limits, and other ids in the path give no new ones', async () => {
  const tenant = await t.createTenant()
  const guests = await Promise.all(times(3).map((table) => t.joinTable(tenant, table)))
  for (const { token } of guests) {
    const headers = { authorization: `Bearer ${token}` }
    const orders = await burst(rateLimit.guestCreate.max + 5, () =>
      fetch(`${open.url}/api/customer/orders`, { method: 'POST', headers }),
    )
    expect(orders.filter(isRefused)).toHaveLength(5)
    const moves = await burst(rateLimit.guestWrite.max + 5, () =>
      fetch(`${open.url}/api/customer/session/guests/${crypto.randomUUID()}/move`, {
        method: 'POST',
        headers,
      }),
    )
    expect(moves.filter(isRefused)).toHaveLength(5)
  }
})

describe('an address', () => {
  const spend = (served: ServedApp, headersOf: (n: number) => Record<string, string>) =>
    burst(rateLimit.refusedPerAddress.max + 5, (n) =>
      fetch(`${served.url}/api/nothing/${n}`, { headers: headersOf(n) }),
    )

  test('gains nothing by headers that claim another one', async () => {
    const responses = await spend(open, (n) => ({
      'x-forwarded-for': `203.0.113.${n % 250}`,
      'x-real-ip': `198.51.100.${n % 250}`,
      forwarded: `for=192.0.2.${n % 250}`,
      'cf-connecting-ip': `192.0.2.${n % 250}`,
    }))
    expect(responses.filter(isRefused).length).toBeGreaterThanOrEqual(5)
  })

  test('gains nothing by writing more hops into the header of a proxy', async () => {
    const responses = await spend(proxied, (n) => ({
      'x-forwarded-for': `203.0.113.${n % 250}, 198.51.100.7`,
    }))
    expect(responses.filter(isRefused)).toHaveLength(5)
  })

  test('of IPv6 counts by its /64, and its neighbour separately', async () => {
    const responses = await spend(proxied, (n) => ({ 'x-forwarded-for': `2001:db8:0:7::${n.toString(16)}` }))
    expect(responses.filter(isRefused)).toHaveLength(5)
    const [neighbour] = await burst(1, () =>
      fetch(`${proxied.url}/api/nothing`, { headers: { 'x-forwarded-for': '2001:db8:0:8::1' } }),
    )
    expect(neighbour?.status).toBe(404)
  })

  test('that guesses tokens is slowed down', async () => {
    const { max } = rateLimit.refusedPerAddress
    const responses = await burst(max + 5, (n) =>
      fetch(`${proxied.url}/api/auth/me`, {
        headers: { authorization: `Bearer guess-${n}`, 'x-forwarded-for': '198.51.100.8' },
      }),
    )
    expect(responses.filter(isRefused)).toHaveLength(5)
    expect(responses.filter(({ status }) => status === 401)).toHaveLength(max)
  })
})
