import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { createDeps } from '../../create-deps.ts'
import type { Tenant } from '../../testing/create-tenant.ts'
import { raceAtLock } from '../../testing/race-at-lock.ts'
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

const codeNow = (secret: string) => totpCode(secret, t.deps.now().getTime())
const wrongFor = (secret: string) => (codeNow(secret) === '111111' ? '222222' : '111111')

/** A person who has enrolled: their secret, recovery codes and an access token. */
async function enrolled(role = 'manager', place = tenant) {
  const { email, userId } = await t.signInAs(place, role)
  const { token, headers } = await signIn(t, email)
  const { body } = await t.call('POST', '/api/auth/two-factor/enrol', { token })
  const { secret, uri } = body as { secret: string; uri: string }
  const confirmed = await t.call('POST', '/api/auth/two-factor/confirm', {
    token,
    json: { code: codeNow(secret) },
  })
  const recoveryCodes = confirmed.body.recoveryCodes as string[]
  t.letPass(30)
  return { email, userId, token, headers, secret, uri, recoveryCodes }
}

const challengeFor = async (email: string) => {
  const { reply } = await signIn(t, email)
  expect(reply).toMatchObject({ status: 401, body: { code: 'SECOND_FACTOR_REQUIRED' } })
  expect(reply.headers.getSetCookie()).toEqual([])
  return String(reply.body.challenge)
}
const answer = (challenge: string, code: string, headers = {}) =>
  t.call('POST', '/api/auth/second-factor', { json: { challenge, code }, headers })
const forgetCodes = (userId: string) => t.deps.limiter.forget('signIn', `code|${userId}|anywhere`)

describe('enrolling', () => {
  test('shows a secret for the app, and takes effect once a code has confirmed it', async () => {
    const { email } = await t.signInAs(tenant, 'manager')
    const { token } = await signIn(t, email)
    const { body } = await t.call('POST', '/api/auth/two-factor/enrol', { token })
    const { secret, uri } = body as { secret: string; uri: string }
    expect(uri).toContain(`secret=${secret}`)
    expect((await signIn(t, email)).reply.status).toBe(200)
    const refused = await t.call('POST', '/api/auth/two-factor/confirm', {
      token,
      json: { code: wrongFor(secret) },
    })
    expect(refused).toMatchObject({ status: 401, body: { code: 'SECOND_FACTOR_INVALID' } })
    const { body: confirmed } = await t.call('POST', '/api/auth/two-factor/confirm', {
      token,
      json: { code: codeNow(secret) },
    })
    expect(new Set(confirmed.recoveryCodes as string[]).size).toBe(10)
    await challengeFor(email)
    const state = await t.call('GET', '/api/auth/two-factor', { token })
    expect(state.body).toEqual({ enabled: true, recoveryCodesLeft: 10 })
    const again = await t.call('POST', '/api/auth/two-factor/enrol', { token })
    expect(again).toMatchObject({ status: 409, body: { code: 'STATE_INVALID' } })
  })

  test('keeps neither the secret nor a recovery code readable in the database', async () => {
    const { secret, recoveryCodes, userId } = await enrolled()
    const stored = JSON.stringify([
      await t.admin`select * from user_totp where user_id = ${userId}`,
      await t.admin`select * from recovery_codes where user_id = ${userId}`,
    ])
    expect(stored).toContain(userId)
    for (const hidden of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(stored).not.toContain(hidden)
  })
})

describe('the second step of a sign-in', () => {
  test('takes the code and gives what a sign-in gives', async () => {
    const { email, secret, userId } = await enrolled()
    const reply = await answer(await challengeFor(email), codeNow(secret))
    expect(reply).toMatchObject({ status: 200, body: { account: { userId } } })
    expect(reply.headers.getSetCookie()).toHaveLength(2)
  })

  test('takes a code once, even in two sign-ins at once', async () => {
    const { email, secret, userId } = await enrolled()
    const code = codeNow(secret)
    const [one, two] = [await challengeFor(email), await challengeFor(email)]
    // Both have compared the code before either can use it up.
    const both = await raceAtLock(t.admin, {
      lock: (sql) => sql`select from user_totp where user_id = ${userId} for update`,
      waiting: 2,
      send: () => [answer(one, code), answer(two, code)],
    })
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await answer(await challengeFor(email), code)).body.code).toBe('SECOND_FACTOR_INVALID')
  })

  test('ends after three wrong codes, even at once, and the right one then comes too late', async () => {
    const { email, secret, userId } = await enrolled()
    const challenge = await challengeFor(email)
    const wrong = await Promise.all(Array.from({ length: 5 }, () => answer(challenge, wrongFor(secret))))
    const codes = wrong.map(({ body }) => body.code).sort()
    expect(codes).toEqual(['LINK_INVALID', 'LINK_INVALID', ...Array(3).fill('SECOND_FACTOR_INVALID')])
    forgetCodes(userId)
    expect((await answer(challenge, codeNow(secret))).body.code).toBe('LINK_INVALID')
  })

  test('over many challenges tests five codes; a browser that the person has used is not locked out', async () => {
    const { email, secret, headers } = await enrolled()
    const challenges = []
    for (let n = 0; n < 3; n++) challenges.push(await challengeFor(email))
    const tried = []
    for (let n = 0; n < 9; n++) tried.push(await answer(challenges[n % 3] ?? '', wrongFor(secret)))
    expect(tried.map(({ status }) => status)).toEqual([...Array(5).fill(401), ...Array(4).fill(429)])
    const own = await t.call('POST', '/api/auth/login', { json: { email, password: testPassword }, headers })
    expect((await answer(String(own.body.challenge), codeNow(secret), headers)).status).toBe(200)
  })

  test('ends after five minutes', async () => {
    const { email, secret } = await enrolled()
    const challenge = await challengeFor(email)
    t.letPass(301)
    expect((await answer(challenge, codeNow(secret))).body.code).toBe('LINK_INVALID')
  })

  test('takes each recovery code once', async () => {
    const { email, recoveryCodes, userId } = await enrolled()
    const [code = '', other = ''] = recoveryCodes
    const done = await answer(await challengeFor(email), code.toLowerCase())
    expect(done.status).toBe(200)
    expect((await answer(await challengeFor(email), code)).body.code).toBe('SECOND_FACTOR_INVALID')
    forgetCodes(userId)
    expect((await answer(await challengeFor(email), other)).status).toBe(200)
    const state = await t.call('GET', '/api/auth/two-factor', { token: String(done.body.accessToken) })
    expect(state.body).toEqual({ enabled: true, recoveryCodesLeft: 8 })
    const kinds = await readSecurityKinds(t, userId)
    expect(kinds).toContain('auth.recovery_code_used')
  })

  test('works after the secret was replaced, and seals under the new one', async () => {
    const { email, secret } = await enrolled()
    const next = 'Qe4Zt8Rm1Xp6Ks3Nv9Hd2Lb7Wy5Gc0JfAiUoOaEuTrYxPzMqSwDvBnCk'
    const log = pino({ level: 'silent' })
    for (const previous of [[t.env.JWT_REFRESH_SECRET], []]) {
      const env = { ...t.env, JWT_REFRESH_SECRET: next, JWT_REFRESH_SECRET_PREVIOUS: previous }
      const deps = createDeps({ env, mode: 'production', database: t.database, log, now: t.deps.now })
      const send = async (path: string, json: object) => {
        const headers = { 'content-type': 'application/json' }
        return createApp(deps).request(path, { method: 'POST', headers, body: JSON.stringify(json) })
      }
      const refusal = await send('/api/auth/login', { email, password: testPassword })
      const { challenge } = (await refusal.json()) as { challenge: string }
      const reply = await send('/api/auth/second-factor', { challenge, code: codeNow(secret) })
      expect(reply.status).toBe(200)
      deps.hub.close()
      t.letPass(30)
    }
  })

  test('that was turned off is no longer asked for', async () => {
    const { email, token } = await enrolled()
    expect((await t.call('POST', '/api/auth/two-factor/disable', { token })).status).toBe(200)
    expect((await signIn(t, email)).reply.status).toBe(200)
  })
})

describe('an organization that requires a second factor', () => {
  test('lets owners do nothing in it before they enrol; others keep working', async () => {
    const place = await t.createTenant()
    const boss = await t.signInAs(place, 'owner')
    const waiter = await t.signInAs(place, 'waiter')
    const path = `/api/branches/${place.branchId}`
    const rules = { json: { requireTwoFactor: true } }
    const byWaiter = await t.call('PATCH', `${path}/organization`, { token: waiter.token, ...rules })
    expect(byWaiter.status).toBe(403)
    const set = await t.call('PATCH', `${path}/organization`, { token: boss.token, ...rules })
    expect(set).toMatchObject({ status: 200, body: { requireTwoFactor: true } })
    for (const part of ['', '/tables', '/staff', '/organization']) {
      const refused = await t.call('GET', `${path}${part}`, { token: boss.token })
      expect(refused).toMatchObject({ status: 403, body: { code: 'TWO_FACTOR_REQUIRED' } })
    }
    expect((await t.call('GET', `${path}/tables`, { token: waiter.token })).status).toBe(200)
    const { body } = await t.call('POST', '/api/auth/two-factor/enrol', { token: boss.token })
    const code = codeNow(String(body.secret))
    await t.call('POST', '/api/auth/two-factor/confirm', { token: boss.token, json: { code } })
    expect((await t.call('GET', `${path}/tables`, { token: boss.token })).status).toBe(200)
  })

  test('takes that rule from an owner of all its branches alone, since it binds every branch', async () => {
    const place = await t.createTenant()
    const sister = await t.createTenant({ organizationId: place.organizationId })
    const change = async (allBranches: boolean) => {
      const { token } = await t.signInAs(sister, 'owner', allBranches)
      const path = `/api/branches/${sister.branchId}/organization`
      return t.call('PATCH', path, { token, json: { requireTwoFactor: false } })
    }
    expect(await change(false)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
    expect((await change(true)).status).toBe(200)
  })
})
