import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declarationOf } from '../http/endpoint.ts'
import type { Tenant } from '../testing/create-tenant.ts'
import { declaredRoutes } from '../testing/declared-routes.ts'
import { mailedToken } from '../testing/mails.ts'
import { cookiesOf } from '../testing/sign-in.ts'
import { createTestApp, type Reply, type TestApp, testPassword, webOrigin } from '../testing/test-app.ts'
import { totpCode } from '../testing/totp-code.ts'

type Answer = { template: string; reply: Reply }

const password = 'Copper-58-Lantern-walks'
let t: TestApp
let tenant: Tenant
/** One good answer of each route that sets cookies. */
let answers: Answer[]
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
  answers = await useEveryCookie()
})
afterAll(() => t.close())

const headersOf = (reply: Reply) => ({
  origin: webOrigin,
  'sec-fetch-site': 'same-origin',
  ...cookiesOf(reply),
})
const renewal = () => ({ attemptId: randomUUID() })

async function useEveryCookie(): Promise<Answer[]> {
  const all: Answer[] = []
  const post = async (template: string, json: object, from?: Reply, path = template) => {
    const reply = await t.call('POST', path, {
      json,
      headers: from ? headersOf(from) : { origin: webOrigin },
      ...(from && { token: String(from.body.accessToken) }),
    })
    expect(reply.status, template).toBeLessThan(300)
    all.push({ template, reply })
    return reply
  }
  const owner = await t.signInAs(tenant, 'owner')

  await post('/api/auth/register', {
    ...{ name: 'Olga', email: `o-${randomUUID()}@example.test`, password, locale: 'en' },
    ...{ organizationName: 'Casa', branchName: 'Casa', currency: 'PEN', timeZone: 'America/Lima' },
    ...{ taxMode: 'inclusive', taxName: 'IGV', taxRatePpm: 180_000, tableCount: 1, sampleMenu: false },
    accent: { hue: 158, chroma: 0.095 },
  })
  const email = `i-${randomUUID()}@example.test`
  await t.call('POST', `/api/branches/${tenant.branchId}/invitations`, {
    token: owner.token,
    json: { email, role: 'waiter' },
  })
  await post('/api/auth/invitations/accept', { token: await mailedToken(t, email), name: 'Luz', password })
  const login = await post('/api/auth/login', { email, password })
  const renewed = await post('/api/auth/refresh', renewal(), login)
  await post('/api/auth/logout', {}, renewed)
  await post('/api/auth/second-factor', await challengeOf())

  const door = `/api/customer/${tenant.slug}/${tenant.tables[0]?.code}/sessions`
  const guest = await post('/api/customer/:branchSlug/:tableCode/sessions', { name: 'Ana' }, undefined, door)
  const still = await post('/api/customer/auth/refresh', renewal(), guest)
  await post('/api/customer/auth/logout', {}, still)

  const keys = `/api/branches/${tenant.branchId}/device-keys`
  const { body } = await t.call('POST', keys, { token: owner.token, json: { kind: 'kds' } })
  const deviceId = randomUUID()
  const paired = await post('/api/devices/activate', { key: body.key, deviceId, kind: 'kds', name: 'Pass' })
  await post('/api/devices/verify', { deviceId, ...renewal() }, paired)
  return all
}

async function challengeOf() {
  const { email } = await t.signInAs(tenant, 'manager')
  const login = () => t.call('POST', '/api/auth/login', { json: { email, password: testPassword } })
  const token = String((await login()).body.accessToken)
  const { body } = await t.call('POST', '/api/auth/two-factor/enrol', { token })
  const codeAt = (ms: number) => totpCode(String(body.secret), ms)
  const nowMs = t.deps.now().getTime()
  await t.call('POST', '/api/auth/two-factor/confirm', { token, json: { code: codeAt(nowMs) } })
  // Each time step works once.
  t.deps.now = () => new Date(nowMs + 30_000)
  const { challenge } = (await login()).body
  return { challenge, code: codeAt(nowMs + 30_000) }
}

type Cookie = { name: string; value: string; attributes: Record<string, string> }

function parse(line: string): Cookie {
  const [pair = '', ...rest] = line.split('; ')
  const [name = '', value = ''] = pair.split('=')
  const attributes = rest.map((part) => [part.split('=')[0], part.split('=')[1] ?? ''])
  return { name, value, attributes: Object.fromEntries(attributes) }
}

/** A device is rarely paired again, and the browser's cookie opens nothing: it only counts its owner's tries separately. */
const places: Record<string, { path: string; days: number }> = {
  '__Secure-rt-staff': { path: '/api/auth', days: 7 },
  '__Secure-rt-guest': { path: '/api/customer/auth', days: 7 },
  '__Secure-rt-device': { path: '/api/devices', days: 30 },
  '__Secure-rt-browser': { path: '/api/auth', days: 180 },
}

test('every route that is declared to use cookies sets some', () => {
  const declared = t.app.routes
    .filter(({ handler }) => declarationOf(handler)?.cookie)
    .map(({ path }) => path)
  expect(new Set(answers.map(({ template }) => template))).toEqual(new Set(declared))
  for (const { template, reply } of answers)
    expect.soft(reply.headers.getSetCookie(), template).not.toEqual([])
})

test('no read sets a cookie, whatever cookie and token it is shown', async () => {
  const owner = await t.signInAs(tenant, 'owner')
  const guest = await t.joinTable(tenant, 1)
  const ids: Record<string, string> = {
    ...{ branchId: tenant.branchId, branchSlug: tenant.slug, tableCode: tenant.tables[1]?.code ?? '' },
  }
  const reads = declaredRoutes(t.app).filter(({ method }) => method === 'GET')
  expect(reads.length).toBeGreaterThan(20)
  let good = 0
  for (const { path } of reads) {
    for (const { token } of [owner, guest, { token: '' }]) {
      const address = path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? randomUUID())
      const headers = {
        ...headersOf(guest.reply),
        ...(token !== '' && { authorization: `Bearer ${token}` }),
      }
      const response = await t.app.request(address, { headers })
      await response.body?.cancel()
      if (response.status === 200) good += 1
      expect.soft(response.headers.getSetCookie(), path).toEqual([])
    }
  }
  expect(good).toBeGreaterThan(20)
})

test('every cookie is out of reach of scripts, of other sites, hosts and paths, and of plain http', () => {
  for (const { template, reply } of answers) {
    for (const line of reply.headers.getSetCookie()) {
      const { name, attributes } = parse(line)
      const { 'Max-Age': maxAge, ...rest } = attributes
      const place = places[name]
      expect.soft(place, `${template} ${name}`).toBeDefined()
      expect
        .soft(rest, `${template} ${name}`)
        .toEqual({ HttpOnly: '', Secure: '', SameSite: 'Strict', Path: place?.path })
      expect.soft(Number(maxAge), `${template} ${name}`).toBeLessThanOrEqual((place?.days ?? 0) * 86_400)
    }
  }
})

test('the content of a cookie is in no body', () => {
  for (const { template, reply } of answers) {
    const values = reply.headers.getSetCookie().map((line) => parse(line).value)
    for (const value of values.filter((one) => one !== ''))
      expect.soft(JSON.stringify(reply.body), template).not.toContain(value)
    expect.soft(Object.keys(reply.body), template).not.toContain('refreshToken')
  }
})

const crossSite: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'https://evil.example', 'content-type': 'text/plain' },
  { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
]

test('another site that makes the browser send a valid cookie is refused, and changes nothing', async () => {
  const { email } = await t.signInAs(tenant, 'waiter')
  const login = await t.call('POST', '/api/auth/login', { json: { email, password: testPassword } })
  for (const path of ['/api/auth/refresh', '/api/auth/logout']) {
    for (const headers of crossSite) {
      const reply = await t.call('POST', path, {
        json: renewal(),
        headers: { ...headers, ...cookiesOf(login) },
      })
      expect.soft(reply, path).toMatchObject({ status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } })
      expect.soft(reply.headers.getSetCookie(), path).toEqual([])
    }
    const read = await t.call('GET', path, { headers: cookiesOf(login) })
    expect.soft(read.status, path).toBe(405)
  }
  expect(
    (await t.call('POST', '/api/auth/refresh', { json: renewal(), headers: cookiesOf(login) })).status,
  ).toBe(200)
})
