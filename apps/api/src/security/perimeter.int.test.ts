import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarationOf } from '../http/endpoint.ts'
import { createTestApp, type TestApp, webOrigin } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const otherOrigins = [
  'https://evil.example',
  'null',
  '',
  '*',
  'http://localhost',
  'http://localhost:3001',
  'http://localhost:30000',
  'http://localhost:3000/',
  'http://localhost:3000.evil.example',
  'http://localhost.evil.example:3000',
  'http://evil.example/http://localhost:3000',
  'http://evil-localhost:3000',
  'http://localhost:3000@evil.example',
  'http://user@localhost:3000',
  'http://localhost.:3000',
  'http://LOCALHOST:3000',
  'HTTP://localhost:3000',
  'https://localhost:3000',
  'ws://localhost:3000',
  'file://localhost:3000',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
  'http://xn--lcalhost-pcb:3000',
  'http://localhost:3000, https://evil.example',
  'https://evil.example http://localhost:3000',
]

const exposed =
  'etag, idempotent-replayed, retry-after, x-request-id, ratelimit, ratelimit-policy, ratelimit-limit, ratelimit-remaining, ratelimit-reset, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset'

/** One address for every route. */
const paths = () =>
  t.app.routes
    .filter(({ handler }) => declarationOf(handler))
    .map(({ method, path }) => ({ method, path: path.replaceAll(/:\w+/g, 'none') }))

describe('CORS', () => {
  test('grants the listed origin on every route and error, exactly, and never with a wildcard', async () => {
    for (const { method, path } of [...paths(), { method: 'GET', path: '/api/nothing' }]) {
      const { headers } = await t.call(method, path, { headers: { origin: webOrigin } })
      expect.soft(headers.get('access-control-allow-origin'), path).toBe(webOrigin)
      expect.soft(headers.get('access-control-allow-credentials'), path).toBe('true')
      expect.soft(headers.get('access-control-expose-headers'), path).toBe(exposed)
      expect.soft(headers.get('vary'), path).toContain('origin')
    }
  })

  test('tells shared caches to keep answers apart by origin, on every route, even without an origin', async () => {
    for (const { method, path } of [...paths(), { method: 'GET', path: '/api/nothing' }]) {
      const { headers } = await t.call(method, path)
      expect.soft(headers.get('vary'), path).toContain('origin')
      expect.soft(headers.get('access-control-allow-origin'), path).toBeNull()
    }
    const { slug } = await t.createTenant()
    const menu = await t.call('GET', `/api/customer/${slug}/menu`)
    const etag = menu.headers.get('etag') ?? ''
    const known = await t.call('GET', `/api/customer/${slug}/menu`, { headers: { 'if-none-match': etag } })
    expect([menu.status, known.status]).toEqual([200, 304])
    for (const { headers } of [menu, known]) expect(headers.get('vary')).toBe('origin')
  })

  test.each(otherOrigins)('grants nothing to %j, on any route, error or preflight', async (origin) => {
    for (const { method, path } of [...paths(), { method: 'GET', path: '/api/nothing' }]) {
      t.deps.limiter.forget('refusedPerAddress', '127.0.0.1')
      const preflight = { headers: { origin, 'access-control-request-method': method } }
      for (const reply of [
        await t.call(method, path, { headers: { origin } }),
        await t.call('OPTIONS', path, preflight),
      ]) {
        expect.soft(reply.status, path).toBeLessThan(500)
        for (const name of ['origin', 'methods', 'headers', 'credentials'])
          expect.soft(reply.headers.get(`access-control-allow-${name}`), path).toBeNull()
        expect.soft(reply.headers.get('vary'), path).toContain('origin')
      }
    }
  })

  test('answers a preflight of the listed origin with exact methods and headers, on every route', async () => {
    for (const { method, path } of paths()) {
      const { status, headers } = await t.call('OPTIONS', path, {
        headers: {
          origin: webOrigin,
          'access-control-request-method': method,
          'access-control-request-headers': 'x-anything',
        },
      })
      expect.soft(status, path).toBe(204)
      expect.soft(headers.get('access-control-allow-origin'), path).toBe(webOrigin)
      expect.soft(headers.get('access-control-allow-methods'), path).toBe('GET, POST, PUT, PATCH, DELETE')
      expect
        .soft(headers.get('access-control-allow-headers'), path)
        .toBe('authorization, content-type, idempotency-key, last-event-id, x-request-id')
      expect.soft(headers.get('access-control-max-age'), path).toBe('86400')
    }
  })
})

test('every route that a cookie opens refuses other sites before it looks at the cookie', async () => {
  const declared = t.app.routes.filter(({ handler }) => declarationOf(handler)?.cookie)
  expect(declared.length).toBeGreaterThanOrEqual(6)
  const crossSite: { headers: Record<string, string>; json?: unknown }[] = [
    { headers: { origin: 'https://evil.example' }, json: { attemptId: crypto.randomUUID() } },
    { headers: { origin: 'null' }, json: {} },
    { headers: { 'sec-fetch-site': 'cross-site' }, json: {} },
    { headers: { 'sec-fetch-site': 'same-site' }, json: {} },
    { headers: { origin: 'https://evil.example', 'content-type': 'text/plain' }, json: '{}' },
    {
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      json: 'a=b',
    },
  ]
  for (const { path } of declared) {
    const address = path.replaceAll(/:\w+/g, 'none')
    for (const request of crossSite) {
      const reply = await t.call('POST', address, request)
      expect.soft(reply, path).toMatchObject({ status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } })
      expect.soft(reply.headers.get('set-cookie'), path).toBeNull()
    }
    expect.soft((await t.call('GET', address)).status, path).toBeOneOf([401, 404, 405])
  }
})

test('a server error shows the request id and nothing else', async () => {
  const owner = await t.signInAs(await t.createTenant(), 'owner')
  const broken = await createTestApp()
  try {
    await broken.database.end()
    const reply = await broken.call('GET', '/api/auth/me', { token: owner.token })
    expect(reply.status).toBeGreaterThanOrEqual(500)
    expect(Object.keys(reply.body).toSorted()).toEqual(['code', 'requestId', 'status', 'title', 'type'])
    expect(JSON.stringify(reply.body)).not.toMatch(/select|postgres|stack|\/src\//i)
  } finally {
    await broken.testDatabase.drop()
    broken.deps.hub.close()
  }
})

test('an unknown key is refused by name, and a repeated query key too', async () => {
  const unknown = await t.call('POST', '/api/auth/login', {
    json: { email: 'a@b.co', password: 'x', isAdmin: true },
  })
  expect(unknown).toMatchObject({
    status: 400,
    body: { code: 'UNKNOWN_FIELD', errors: [{ field: 'isAdmin', code: 'UNKNOWN_FIELD' }] },
  })
  const tenant = await t.createTenant()
  const repeated = await t.call('GET', `/api/customer/${tenant.slug}/menu?locale=en&locale=es`)
  expect(repeated).toMatchObject({
    status: 400,
    body: { code: 'VALIDATION_FAILED', errors: [{ field: 'locale' }] },
  })
})
