import { stepUp } from '@repo/config/limits'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { declarationOf } from '../../http/endpoint.ts'
import type { Tenant } from '../../testing/create-tenant.ts'
import { readSecurityKinds, signIn } from '../../testing/sign-in.ts'
import { createTestApp, type TestApp, testPassword } from '../../testing/test-app.ts'
import { totpCode } from '../../testing/totp-code.ts'

let t: TestApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterEach(() => t.startAfresh())
afterAll(() => t.close())

const prove = (token: string, json: Record<string, string>) =>
  t.call('POST', '/api/auth/step-up', { token, json })
const rotate = (token: string) =>
  t.call('POST', `/api/branches/${tenant.branchId}/tables/${tenant.tables[0]?.id}/rotate-code`, { token })

test('exactly these changes require a fresh proof of identity', () => {
  const wanting = t.app.routes
    .filter(({ handler }) => declarationOf(handler)?.stepUp)
    .map(({ method, path }) => `${method} ${path}`)
  expect(wanting.sort()).toEqual([
    'DELETE /api/branches/:branchId/staff/:membershipId',
    'PATCH /api/branches/:branchId/organization',
    'PATCH /api/branches/:branchId/staff/:membershipId',
    'POST /api/auth/email',
    'POST /api/auth/two-factor/confirm',
    'POST /api/auth/two-factor/disable',
    'POST /api/auth/two-factor/enrol',
    'POST /api/branches/:branchId/device-keys',
    'POST /api/branches/:branchId/invitations',
    'POST /api/branches/:branchId/staff',
    'POST /api/branches/:branchId/tables/:tableId/rotate-code',
  ])
})

describe('a sign-in of more than ten minutes', () => {
  test('makes none of these changes until the password is given again', async () => {
    const { token } = await signIn(t, (await t.signInAs(tenant, 'owner')).email)
    expect((await rotate(token)).status).toBe(200)
    t.letPass(stepUp.maxAgeSeconds + 1)
    const { branchId } = tenant
    for (const { method, path, handler } of t.app.routes) {
      if (!declarationOf(handler)?.stepUp) continue
      const url = path.replace(':branchId', branchId).replace(/:\w+/g, tenant.tables[0]?.id ?? '')
      expect(await t.call(method, url, { token, json: {} }), path).toMatchObject({
        status: 403,
        body: { code: 'STEP_UP_REQUIRED' },
      })
    }
    expect((await t.call('GET', `/api/branches/${branchId}/tables`, { token })).status).toBe(200)
    expect(await prove(token, { password: 'Wrong-horse-42-battery' })).toMatchObject({
      status: 401,
      body: { code: 'CREDENTIALS_INVALID' },
    })
    expect((await rotate(token)).body.code).toBe('STEP_UP_REQUIRED')
    expect((await prove(token, { password: testPassword })).status).toBe(200)
    expect((await rotate(token)).status).toBe(200)
  })

  test('is confirmed for itself alone, and not by renewing it', async () => {
    const { email } = await t.signInAs(tenant, 'owner')
    const [one, other] = [await signIn(t, email), await signIn(t, email)]
    t.letPass(stepUp.maxAgeSeconds + 1)
    await prove(one.token, { password: testPassword })
    expect((await rotate(other.token)).body.code).toBe('STEP_UP_REQUIRED')
    const { body } = await t.call('POST', '/api/auth/refresh', {
      json: { attemptId: crypto.randomUUID() },
      headers: other.headers,
    })
    expect((await rotate(String(body.accessToken))).body.code).toBe('STEP_UP_REQUIRED')
  })

  test('tests five passwords at most, even at once', async () => {
    const { token } = await signIn(t, (await t.signInAs(tenant, 'owner')).email)
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => prove(token, { password: 'Wrong-horse-42-battery' })),
    )
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5)
    expect((await prove(token, { password: testPassword })).status).toBe(429)
  })
})

test('a sign-in with a second factor is confirmed by a code', async () => {
  const { token } = await signIn(t, (await t.signInAs(tenant, 'owner')).email)
  const { body } = await t.call('POST', '/api/auth/two-factor/enrol', { token })
  const secret = String(body.secret)
  const code = () => totpCode(secret, t.deps.now().getTime())
  await t.call('POST', '/api/auth/two-factor/confirm', { token, json: { code: code() } })
  t.letPass(stepUp.maxAgeSeconds + 1)
  expect(await prove(token, { password: testPassword })).toMatchObject({
    status: 401,
    body: { code: 'SECOND_FACTOR_REQUIRED' },
  })
  expect((await rotate(token)).body.code).toBe('STEP_UP_REQUIRED')
  expect((await prove(token, { code: 'ABCD-EFGH-JKLM-NPQR' })).body.code).toBe('SECOND_FACTOR_INVALID')
  expect((await prove(token, { code: code() })).status).toBe(200)
  expect((await rotate(token)).status).toBe(200)
})

test.each([{}, { password: 'x', code: '123456' }])('%j proves nothing', async (json) => {
  const { token } = await signIn(t, (await t.signInAs(tenant, 'owner')).email)
  expect(await prove(token, json)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } })
})

describe('from however many networks', () => {
  let behindProxy: TestApp
  let at: Tenant
  beforeAll(async () => {
    behindProxy = await createTestApp({ TRUSTED_PROXIES: '127.0.0.1' })
    at = await behindProxy.createTenant()
  })
  afterAll(() => behindProxy.close())

  const from = (network: number, path: string, token: string, json: object) =>
    behindProxy.app.request(
      path,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(json),
      },
      {
        incoming: {
          headers: { 'x-forwarded-for': `198.51.${network}.7` },
          socket: { remoteAddress: '127.0.0.1' },
        },
      },
    )

  test('and sign-ins, a signed-in person’s password is guessed five times, and each is a failed sign-in', async () => {
    const { email, userId } = await behindProxy.signInAs(at, 'owner')
    const tokens = [(await signIn(behindProxy, email)).token, (await signIn(behindProxy, email)).token]
    const wrong = 'Wrong-horse-42-battery'
    const statuses: number[] = []
    for (let network = 1; network <= 7; network += 1) {
      const token = tokens[network % 2] ?? ''
      const reply =
        network < 4
          ? await from(network, '/api/auth/step-up', token, { password: wrong })
          : await from(network, '/api/auth/password', token, {
              currentPassword: wrong,
              password: testPassword,
            })
      statuses.push(reply.status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    const kinds = await readSecurityKinds(behindProxy, userId)
    expect(kinds.filter((kind) => kind === 'auth.login_failed')).toHaveLength(5)
    expect(kinds.filter((kind) => kind === 'alert.owner_failures')).toHaveLength(1)
  })

  test('codes are guessed five times, and each is a failed sign-in', async () => {
    const { email, userId } = await behindProxy.signInAs(at, 'owner')
    const { token } = await signIn(behindProxy, email)
    const { body } = await behindProxy.call('POST', '/api/auth/two-factor/enrol', { token })
    const code = totpCode(String(body.secret), Date.now())
    await behindProxy.call('POST', '/api/auth/two-factor/confirm', { token, json: { code } })
    const statuses: number[] = []
    // The code that was used up is wrong from then on.
    for (let network = 1; network <= 7; network += 1)
      statuses.push((await from(network, '/api/auth/step-up', token, { code })).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    const kinds = await readSecurityKinds(behindProxy, userId)
    expect(kinds.filter((kind) => kind === 'auth.login_failed')).toHaveLength(5)
  })
})
