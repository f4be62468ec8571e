import { expect, test } from '@playwright/test'
import { baseUrl } from '../support/base-url.ts'
import { docker } from './docker.ts'
import { overHttp } from './over-http.ts'

/** Reads the reply to its end, because an unread one keeps its server from stopping. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const reply = await fetch(new URL(path, baseUrl), { headers })
  await reply.arrayBuffer()
  return reply
}

test('plain http redirects to the configured host whatever is asked for, and never answers for the API', async () => {
  for (const host of ['localhost', 'evil.example', 'localhost.evil.example:80']) {
    const page = await overHttp('/kitchen?a=1', host)
    expect.soft(page.status, host).toBe(308)
    expect.soft(page.headers.get('location'), host).toBe(new URL('/kitchen?a=1', baseUrl).href)
    for (const path of ['/api', '/api/auth/me', '/health']) {
      const api = await overHttp(path, host)
      expect.soft(api.status, `${host} ${path}`).toBe(403)
      expect.soft(api.headers.get('location'), `${host} ${path}`).toBeNull()
    }
  }
})

test('pages and the API come from one origin, and no reply names the software that serves it', async () => {
  for (const [path, type] of [
    ['/', 'text/html'],
    ['/health', 'application/json'],
    ['/api/openapi.json', 'application/json'],
  ] as const) {
    const { status, headers } = await ask(path)
    expect.soft(status, path).toBe(200)
    expect.soft(headers.get('content-type'), path).toContain(type)
    for (const name of ['server', 'via', 'x-powered-by'])
      expect.soft(headers.get(name), `${path} ${name}`).toBeNull()
  }
})

test('replies are compressed', async () => {
  const { headers } = await ask('/api/openapi.json', { 'accept-encoding': 'gzip' })
  expect(headers.get('content-encoding')).toBe('gzip')
})

test('requests that arrive while the API is being replaced wait for the new one', async () => {
  await docker('compose', 'stop', 'api')
  const waiting = Array.from({ length: 10 }, () => ask('/api/openapi.json'))
  await docker('compose', 'start', 'api')
  const statuses = (await Promise.all(waiting)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('an address that a client claims is not believed', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 320 }, (_, at) => ask('/health', { 'x-forwarded-for': `198.51.100.${at % 250}` })),
  )
  expect(statuses.map(({ status }) => status)).toContain(429)
})
