import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp, webOrigin } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const otherOrigins = [
  'https://evil.example',
  'null',
  'http://localhost:3000.evil.example',
  'https://localhost:3000',
  'http://localhost:3001',
  'http://LOCALHOST:3000',
  'http://localhost:3000/',
]

describe('CORS', () => {
  test('grants the listed origin, exactly, and never with a wildcard', async () => {
    const { headers } = await t.call('GET', '/health', { headers: { origin: webOrigin } })
    expect(headers.get('access-control-allow-origin')).toBe(webOrigin)
    expect(headers.get('access-control-allow-credentials')).toBe('true')
    expect(headers.get('vary')).toContain('origin')
  })

  test.each(otherOrigins)('grants nothing to %s, on answers, errors and preflights', async (origin) => {
    for (const reply of [
      await t.call('GET', '/health', { headers: { origin } }),
      await t.call('GET', '/api/nothing', { headers: { origin } }),
      await t.call('OPTIONS', '/api/customer/orders', {
        headers: { origin, 'access-control-request-method': 'POST' },
      }),
    ]) {
      expect(reply.headers.get('access-control-allow-origin')).toBeNull()
      expect(reply.headers.get('access-control-allow-methods')).toBeNull()
      expect(reply.headers.get('vary')).toContain('origin')
    }
  })

  test('answers a preflight of the listed origin with exact methods and headers', async () => {
    const { status, headers } = await t.call('OPTIONS', '/api/customer/orders', {
      headers: { origin: webOrigin, 'access-control-request-method': 'POST' },
    })
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, PATCH, DELETE')
    expect(headers.get('access-control-max-age')).toBe('86400')
  })
})

test('a route that a cookie opens refuses other sites before it looks at the cookie', async () => {
  for (const path of ['/api/auth/refresh', '/api/auth/logout', '/api/customer/auth/refresh']) {
    const json = { attemptId: crypto.randomUUID() }
    const foreign = await t.call('POST', path, { json, headers: { origin: 'https://evil.example' } })
    expect.soft(foreign, path).toMatchObject({ status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } })
    const crossSite = await t.call('POST', path, { json, headers: { 'sec-fetch-site': 'cross-site' } })
    expect.soft(crossSite, path).toMatchObject({ status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } })
  }
})

test('a fault of ours says the request id and nothing else', async () => {
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
