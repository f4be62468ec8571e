import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type Reply, type TestApp, testPassword } from '../../testing/test-app.ts'

let t: TestApp
let tenant: Tenant

beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterAll(() => t.close())

const disable = (userId: string) => t.admin`update users set disabled_at = now() where id = ${userId}`
const cookieOf = (reply: Reply) => reply.headers.getSetCookie()[0] ?? ''
const browserOf = (reply: Reply) => ({ cookie: reply.headers.getSetCookie()[1]?.split(';')[0] ?? '' })
const sent = (reply: Reply) => ({ cookie: cookieOf(reply).split(';')[0] ?? '' })
const logIn = (email: string, password = testPassword, headers = {}) =>
  t.call('POST', '/api/auth/login', { json: { email, password }, headers })
const renew = (headers: Record<string, string>, attemptId: string = randomUUID()) =>
  t.call('POST', '/api/auth/refresh', { json: { attemptId }, headers })

describe('signing in', () => {
  test('gives an access token, the account, and a cookie that scripts and other sites never see', async () => {
    const { email, userId } = await t.signInAs(tenant, 'manager')
    const reply = await logIn(email.toUpperCase())
    expect(reply).toMatchObject({
      status: 200,
      body: {
        expiresIn: 900,
        account: { userId, email, branches: [{ id: tenant.branchId, slug: tenant.slug, role: 'manager' }] },
      },
    })
    expect(Object.keys(reply.body).sort()).toEqual(['accessToken', 'account', 'expiresIn'])
    expect(cookieOf(reply)).toMatch(
      /^__Secure-rt-staff=[\w-]{43}; Max-Age=604800; Path=\/api\/auth; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  test('gives the same answer for an unknown account, a wrong password and a disabled account', async () => {
    const { email } = await t.signInAs(tenant, 'waiter')
    const gone = await t.signInAs(tenant, 'waiter')
    await disable(gone.userId)
    const replies = [
      await logIn(`nobody-${randomUUID()}@example.test`),
      await logIn(email, 'Wrong-horse-42-battery'),
      await logIn(gone.email),
    ]
    for (const { status, body, headers } of replies) {
      const { requestId, ...said } = body
      expect({ status, said }).toEqual({
        status: 401,
        said: {
          type: 'urn:restai:problem:credentials-invalid',
          title: 'Credentials invalid',
          status: 401,
          code: 'CREDENTIALS_INVALID',
        },
      })
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  test('is refused after five wrong passwords, and a success resets the count', async () => {
    const { email } = await t.signInAs(tenant, 'waiter')
    for (let n = 0; n < 4; n++) await logIn(email, 'Wrong-horse-42-battery')
    expect((await logIn(email)).status).toBe(200)
    for (let n = 0; n < 5; n++) expect((await logIn(email, 'Wrong-horse-42-battery')).status).toBe(401)
    const refused = await logIn(email)
    expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('from a known browser works while somebody else guesses from the same network', async () => {
    const { email } = await t.signInAs(tenant, 'waiter')
    const own = browserOf(await logIn(email))
    for (let n = 0; n < 6; n++) await logIn(email, 'Wrong-horse-42-battery')
    expect((await logIn(email)).status).toBe(429)
    expect((await logIn(email, testPassword, own)).status).toBe(200)
  })

  test('is refused from the page of another site', async () => {
    const { email } = await t.signInAs(tenant, 'waiter')
    const refused = await logIn(email, testPassword, { origin: 'https://elsewhere.example' })
    expect(refused).toMatchObject({ status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } })
  })
})

describe('renewing', () => {
  test('gives a new access token and a new cookie; the refresh token is in no body', async () => {
    const first = await logIn((await t.signInAs(tenant, 'waiter')).email)
    const second = await renew(sent(first))
    expect(second.status).toBe(200)
    expect(sent(second)).not.toEqual(sent(first))
    const { accessToken } = second.body as { accessToken: string }
    expect((await t.call('GET', '/api/auth/me', { token: accessToken })).status).toBe(200)
    expect(JSON.stringify(second.body)).not.toContain(sent(second).cookie.split('=')[1])
  })

  test('with a replayed cookie ends the sign-in with its access tokens, at once and for good', async () => {
    const first = await logIn((await t.signInAs(tenant, 'waiter')).email)
    const second = await renew(sent(first))
    expect(await renew(sent(first))).toMatchObject({ status: 401, body: { code: 'TOKEN_REUSE' } })
    expect(await renew(sent(second))).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    const { accessToken } = second.body as { accessToken: string }
    const me = await t.call('GET', '/api/auth/me', { token: accessToken })
    expect(me).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
  })

  test('without a cookie is TOKEN_MISSING, for a disabled account TOKEN_REVOKED', async () => {
    expect(await renew({})).toMatchObject({ status: 401, body: { code: 'TOKEN_MISSING' } })
    const { email, userId } = await t.signInAs(tenant, 'waiter')
    const signedIn = sent(await logIn(email))
    await disable(userId)
    expect(await renew(signedIn)).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
  })
})

describe('signing out', () => {
  test('ends the sign-in, needs no access token and removes the cookie', async () => {
    const signedIn = await logIn((await t.signInAs(tenant, 'waiter')).email)
    const { accessToken } = signedIn.body as { accessToken: string }
    const out = await t.call('POST', '/api/auth/logout', { headers: sent(signedIn) })
    expect(out).toMatchObject({ status: 200, body: {} })
    expect(cookieOf(out)).toContain('__Secure-rt-staff=; Max-Age=0; Path=/api/auth;')
    expect(await renew(sent(signedIn))).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    const me = await t.call('GET', '/api/auth/me', { token: accessToken })
    expect(me).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
  })

  test('works without a cookie, with a dead one, and twice', async () => {
    const signedIn = sent(await logIn((await t.signInAs(tenant, 'waiter')).email))
    for (const headers of [{}, { cookie: `__Secure-rt-staff=${'A'.repeat(43)}` }, signedIn, signedIn])
      expect((await t.call('POST', '/api/auth/logout', { headers })).status).toBe(200)
  })
})

describe('the account of the caller', () => {
  test('lists the branches a person may work in, and no others', async () => {
    const { token } = await t.signInAs(tenant, 'kitchen', false)
    const { body } = await t.call('GET', '/api/auth/me', { token })
    expect(body.branches).toEqual([
      expect.objectContaining({
        id: tenant.branchId,
        role: 'kitchen',
        organizationName: 'Test kitchen group',
      }),
    ])
  })

  test('is not available to a guest or without a token', async () => {
    expect((await t.call('GET', '/api/auth/me')).body.code).toBe('TOKEN_MISSING')
    const { accessToken } = await t.deps.tokens.issue({
      audience: 'customer',
      subject: randomUUID(),
      familyId: randomUUID(),
    })
    const me = await t.call('GET', '/api/auth/me', { token: accessToken })
    expect(me).toMatchObject({ status: 401, body: { code: 'TOKEN_INVALID' } })
  })
})
