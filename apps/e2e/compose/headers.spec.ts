import { connect } from 'node:tls'
import { expect, test } from '@playwright/test'
import { baseUrl } from '../support/base-url.ts'
import { banners, filePolicy, nonceOf, pageHeaders, pagePolicy } from '../support/page-headers.ts'
import { canaryHeaders, canaryQuery, findLeaks, readLogs } from './canaries.ts'
import { docker } from './docker.ts'
import { overHttp } from './over-http.ts'

const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
const hsts = 'max-age=31536000; includeSubDomains; preload'

async function load(path: string, init: RequestInit = {}) {
  const reply = await fetch(new URL(path, baseUrl), { redirect: 'manual', ...init })
  return { status: reply.status, headers: reply.headers, text: await reply.text() }
}

function expectTable(what: string, { headers }: Pick<Response, 'headers'>, other = {}): void {
  for (const [name, value] of Object.entries({ ...pageHeaders, ...other }))
    expect.soft(headers.get(name), `${what} ${name}`).toBe(value)
  for (const name of banners) expect.soft(headers.get(name), `${what} ${name}`).toBeNull()
}

const overTls = { 'strict-transport-security': hsts }

test('pages carry all security headers over TLS, and upgrade plain addresses', async () => {
  for (const [path, status] of [
    ['/', 200],
    ['/sign-in', 200],
    ['/nothing/here', 404],
  ] as const) {
    const reply = await load(path)
    const policy = pagePolicy(nonceOf(reply.headers.get('content-security-policy')), true)
    expect.soft(reply.status, path).toBe(status)
    expectTable(path, reply, { ...overTls, 'content-security-policy': policy })
  }
})

test('files carry them, missing ones too', async () => {
  const script = /\/_next\/static\/[^"]+\.js/.exec((await load('/')).text)?.[0] ?? ''
  const known = await load('/icons/mark.svg')
  const etag = known.headers.get('etag') ?? ''
  // By default fetch would ask for a fresh copy.
  const ifKnown = { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } }
  for (const [path, status, init] of [
    [script, 200],
    ['/icons/mark.svg', 200],
    ['/icons/mark.svg', 304, ifKnown],
    ['/icons/none.svg', 404],
    ['/_next/static/none.js', 404],
  ] as const) {
    const reply = await load(path, init)
    expect.soft(reply.status, path).toBe(status)
    expectTable(path, reply, { ...overTls, 'content-security-policy': filePolicy })
  }
})

test('redirects, refusals and methods that pages do not have carry them', async () => {
  for (const [path, status, init] of [
    ['/sign-in/', 308],
    ['/a//b', 308],
    ['/_next/image?url=x', 400],
    ['/sign-in', 405, { method: 'PUT' }],
    ['/sign-in', 405, { method: 'DELETE' }],
  ] as const) {
    const reply = await load(path, init)
    expect.soft(reply.status, path).toBe(status)
    expectTable(path, reply, { ...overTls, 'content-security-policy': nothing })
  }
})

test('the API carries its own, on every status that comes through the proxy', async () => {
  const own = { ...overTls, 'content-security-policy': nothing, 'referrer-policy': 'no-referrer' }
  const post = (body: string, type = 'application/json') => ({
    ...{ method: 'POST', body, headers: { 'content-type': type, origin: new URL(baseUrl).origin } },
  })
  for (const [path, status, init] of [
    ['/api/openapi.json', 200],
    ['/api/auth/login', 400, post('{')],
    ['/api/auth/me', 401],
    ['/api/auth/refresh', 403, { ...post('{}'), headers: { origin: 'https://evil.example' } }],
    ['/api/none', 404],
    ['/api/auth/login', 405, { method: 'DELETE' }],
    ['/api/auth/login', 413, post(' '.repeat(70_000))],
    [`/api/${'a'.repeat(9_000)}`, 414],
    ['/api/auth/login', 415, post('{}', 'text/plain')],
  ] as const) {
    const reply = await load(path, init)
    expect.soft(reply.status, path).toBe(status)
    expectTable(`${path} ${status}`, reply, own)
    if (status >= 400) expect.soft(reply.headers.get('cache-control'), path).toBe('no-store')
  }
})

test('Caddy’s own answers for a server that is down carry them, and the log names nobody', async () => {
  test.setTimeout(90_000)
  await docker('compose', 'stop', 'web')
  const reply = await load(`/sign-in?${canaryQuery}`, { headers: canaryHeaders })
  await docker('compose', 'start', 'web')
  expect(reply.status).toBe(502)
  expectTable('502', reply, { ...overTls, 'content-security-policy': nothing })
  expect(reply.text).toBe('502')
  expect((await readLogs()).get('caddy')?.join('\n')).toContain('"status":502')
  expect(await findLeaks()).toEqual([])
})

test('plain http sends no HSTS, and no other header is missing', async () => {
  for (const [path, status] of [
    ['/kitchen', 308],
    ['/api/auth/me', 403],
  ] as const) {
    const reply = await overHttp(path)
    expect.soft(reply.status, path).toBe(status)
    expectTable(`http ${path}`, reply, { 'content-security-policy': nothing })
    expect.soft(reply.headers.get('strict-transport-security'), path).toBeNull()
  }
})

type Version = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'
/** The negotiated version; undefined when the handshake failed. */
const shakeHands = (version: Version) =>
  new Promise<string | null | undefined>((resolve) => {
    const port = Number(new URL(baseUrl).port)
    const ciphers = 'DEFAULT:@SECLEVEL=0'
    const range = { minVersion: version, maxVersion: version, ciphers }
    const socket = connect({ port, host: 'localhost', servername: 'localhost', ...range }, () => {
      resolve(socket.getProtocol())
      socket.destroy()
    }).on('error', () => resolve(undefined))
  })

test('TLS is spoken from 1.2 on', async () => {
  for (const version of ['TLSv1', 'TLSv1.1'] as const)
    expect.soft(await shakeHands(version), version).toBeUndefined()
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
    expect.soft(await shakeHands(version), version).toBe(version)
})
