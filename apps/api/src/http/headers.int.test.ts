import { rateLimit } from '@repo/config/limits'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { type RawReply, sendRaw } from '../testing/send-raw.ts'
import { type ServedApp, serveApp } from '../testing/serve-app.ts'
import { createTestApp, type TestApp, webOrigin } from '../testing/test-app.ts'
import { declarationOf } from './endpoint.ts'
import { createInFlight } from './in-flight.ts'

let t: TestApp
let served: ServedApp
let slow: ServedApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp({ TRUSTED_PROXIES: '127.0.0.1' })
  served = await serveApp(t)
  slow = await serveApp(t, { headersMs: 200, bodyMs: 300, connectionCheckMs: 50, keepAliveMs: 65_000 })
  tenant = await t.createTenant()
})
afterAll(async () => {
  await Promise.all([served.stop(), slow.stop()])
  await t.close()
})
afterEach(() => {
  t.deps.inFlight = createInFlight()
})

/** What every answer carries, whatever its status, and nothing that names the software. */
const table: Record<string, string | undefined> = {
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'x-xss-protection': '0',
  server: undefined,
  via: undefined,
  'x-powered-by': undefined,
}

function expectTable({ headers }: Pick<RawReply, 'headers'>): void {
  for (const [name, value] of Object.entries(table)) expect.soft(headers[name], name).toBe(value)
  expect.soft(headers['x-request-id']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
}

async function send(method: string, path: string, init: RequestInit = {}): Promise<RawReply> {
  const response = await fetch(served.url + path, { method, ...init })
  const headers = Object.fromEntries(response.headers)
  return { status: response.status, headers, body: await response.text(), closed: false }
}

const json = { 'content-type': 'application/json' }
const login = (headers: Record<string, string>, body: string) =>
  send('POST', '/api/auth/login', { headers: { ...json, ...headers }, body })

const answers: [status: number, ask: () => Promise<RawReply>][] = [
  [200, () => send('GET', '/health')],
  [204, () => send('OPTIONS', '/api/auth/login', { headers: { origin: webOrigin } })],
  [
    304,
    async () => {
      const { headers } = await send('GET', `/api/customer/${tenant.slug}/menu`)
      return send('GET', `/api/customer/${tenant.slug}/menu`, {
        headers: { 'if-none-match': headers.etag ?? '' },
      })
    },
  ],
  [400, () => login({}, '{}')],
  [400, () => sendRaw(served.port, 'nonsense\r\n\r\n')],
  [401, () => send('GET', '/api/auth/me')],
  [403, () => send('POST', '/api/auth/refresh', { headers: { ...json, origin: 'https://evil.example' } })],
  [404, () => send('GET', '/api/nothing')],
  [405, () => send('DELETE', '/api/auth/login')],
  [408, () => sendRaw(slow.port, 'GET /health HTTP/1.1\r\n')],
  [413, () => login({}, ' '.repeat(70_000))],
  [414, () => send('GET', `/api/${'a'.repeat(9_000)}`)],
  [415, () => login({ 'content-type': 'text/plain' }, '{}')],
  [
    429,
    async () => {
      const headers = { 'x-forwarded-for': '203.0.113.1' }
      for (let n = 0; n < rateLimit.otherPerAddress.max; n += 1)
        await send('GET', '/api/openapi.json', { headers })
      return send('GET', '/api/openapi.json', { headers })
    },
  ],
  [431, () => sendRaw(served.port, `GET /health HTTP/1.1\r\nx-a: ${'a'.repeat(20_000)}\r\n\r\n`)],
  [
    500,
    () => {
      t.deps.inFlight = { count: 0, run: () => Promise.reject('not even an error') }
      return send('GET', '/api/auth/me')
    },
  ],
  [
    503,
    () => {
      t.deps.inFlight = createInFlight(0)
      return send('GET', '/api/auth/me')
    },
  ],
]

test.each(answers)('an answer of %i carries every header of the table', async (status, ask) => {
  const reply = await ask()
  expect(reply.status).toBe(status)
  expectTable(reply)
  if (status >= 400) {
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(JSON.parse(reply.body)).toMatchObject({ status, requestId: reply.headers['x-request-id'] })
  }
})

const matches = (template: string, path: string): boolean =>
  new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`).test(path)

test('every route refuses methods that it does not have, and names those it has', async () => {
  const routes = t.app.routes.filter(({ handler }) => declarationOf(handler))
  const paths = new Set(routes.map(({ path }) => path.replaceAll(/:\w+/g, 'none')))
  expect(paths.size).toBeGreaterThan(20)
  for (const path of paths) {
    // Several templates may match one address.
    const here = new Set(routes.filter((route) => matches(route.path, path)).map(({ method }) => method))
    const has = here.has('GET') ? [...here, 'HEAD'] : [...here]
    for (const verb of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      if (has.includes(verb)) continue
      const reply = await send(verb, path, { headers: { 'x-forwarded-for': `198.51.100.${verb.length}` } })
      expect.soft(reply.status, `${verb} ${path}`).toBe(405)
      expectTable(reply)
      expect.soft(reply.headers.allow?.split(', ').toSorted(), `${verb} ${path}`).toEqual(has.toSorted())
    }
    const trace = await sendRaw(
      served.port,
      `TRACE ${path} HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 192.0.2.1\r\ncookie: a=b\r\n\r\n`,
    )
    expect.soft(trace.status, `TRACE ${path}`).toBe(405)
    expect.soft(trace.body).not.toContain('a=b')
  }
})

test('HEAD is answered wherever GET is, with the same headers and no body', async () => {
  for (const path of ['/health', '/api/openapi.json', `/api/customer/${tenant.slug}/menu`, '/api/auth/me']) {
    const [get, head] = [await send('GET', path), await send('HEAD', path)]
    expect.soft([head.status, head.body], path).toEqual([get.status, ''])
    expect.soft(head.headers['content-type'], path).toBe(get.headers['content-type'])
    expectTable(head)
  }
})

test('TRACE is refused on unknown paths too, and CONNECT opens no tunnel', async () => {
  expect((await sendRaw(served.port, 'TRACE / HTTP/1.1\r\nhost: x\r\n\r\n')).status).toBe(405)
  await expect(sendRaw(served.port, 'CONNECT example.com:443 HTTP/1.1\r\nhost: x\r\n\r\n')).rejects.toThrow(
    'closed',
  )
})

describe('caching', () => {
  test('is forbidden for every answer to a token', async () => {
    const guest = await t.joinTable(tenant)
    const reply = await send('GET', '/api/customer/session', {
      headers: { authorization: `Bearer ${guest.token}` },
    })
    expect(reply.status).toBe(200)
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  test('is allowed for the public menu, which must be revalidated', async () => {
    const { headers } = await send('GET', `/api/customer/${tenant.slug}/menu`)
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  })
})

describe("a caller's request id", () => {
  test.each(['0196f2c8-7d2f-7c3a-8000-0123456789ab', 'trace_12345678'])('%s is kept', async (id) => {
    expect((await send('GET', '/health', { headers: { 'x-request-id': id } })).headers['x-request-id']).toBe(
      id,
    )
  })

  test.each([
    'short',
    'a'.repeat(65),
    'has spaces in it',
    '<script>alert(1)</script>',
    '{"level":50}aaa',
    'naïve-request',
  ])('%j is replaced', async (id) => {
    const bytes = `GET /health HTTP/1.1\r\nhost: x\r\nx-request-id: ${id}\r\n\r\n`
    expect((await sendRaw(served.port, bytes)).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })
})
