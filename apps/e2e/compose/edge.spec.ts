import { get } from 'node:http'
import { expect, test } from '@playwright/test'
import { baseUrl } from '../support/base-url.ts'
import { docker } from './docker.ts'
import { readSettings } from './settings.ts'

/** Reads the reply to its end: one that is left unread keeps its server from stopping. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const reply = await fetch(new URL(path, baseUrl), { headers })
  await reply.arrayBuffer()
  return reply
}

test('plain http leads to https', async () => {
  const { HTTP_PORT } = await readSettings()
  const { promise, resolve, reject } = Promise.withResolvers<{ status?: number; location?: string }>()
  get(`http://localhost:${HTTP_PORT}/kitchen`, (reply) => {
    reply.resume()
    resolve({ status: reply.statusCode ?? 0, location: reply.headers.location ?? '' })
  }).on('error', reject)
  const { status, location } = await promise
  expect(status).toBe(308)
  expect(location).toMatch(/^https:\/\/localhost.*\/kitchen$/)
})

test('plain http leads to the configured host whatever is asked for, and answers no API', async () => {
  const { HTTP_PORT } = await readSettings()
  const over = (path: string, host: string) =>
    new Promise<{ status: number | undefined; location: string | undefined }>((resolve, reject) => {
      get({ port: HTTP_PORT, path, headers: { host } }, (reply) => {
        reply.resume()
        resolve({ status: reply.statusCode, location: reply.headers.location })
      }).on('error', reject)
    })
  expect(await over('/kitchen', 'evil.example')).toMatchObject({
    status: 308,
    location: new URL('/kitchen', baseUrl).href,
  })
  expect(await over('/api/auth/me', 'localhost')).toMatchObject({ status: 403, location: undefined })
})

test('pages and the API come from one origin, and no reply tells what serves it', async () => {
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

test('browsers are told to hold on to https', async () => {
  for (const path of ['/', '/health']) {
    const { headers } = await ask(path)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains; preload')
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
