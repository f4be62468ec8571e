import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { cookiesOf, readSecurityKinds, signIn } from '../../testing/sign-in.ts'
import { createTestApp, type TestApp, testPassword } from '../../testing/test-app.ts'

const wrong = 'Wrong-horse-42-battery'

let t: TestApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp({ TRUSTED_PROXIES: '127.0.0.1' })
  tenant = await t.createTenant()
})
beforeEach(() => {
  for (const address of ['127.0.0.1']) t.deps.limiter.forget('signInPerAddress', address)
})
afterAll(() => t.close())

/** Sends one sign-in as the server sees it behind the proxy. */
async function guess(
  email: string,
  password: string,
  from = '203.0.113.7',
  headers: Record<string, string> = {},
) {
  const response = await t.app.request(
    '/api/auth/login',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ email, password }),
    },
    { incoming: { headers: { 'x-forwarded-for': from }, socket: { remoteAddress: '127.0.0.1' } } },
  )
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(text) as Record<string, unknown>,
  }
}
const person = async () => (await t.signInAs(tenant, 'owner')).email
const tally = (replies: { status: number }[]) => {
  const counts: Record<number, number> = {}
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe('guessing a password', () => {
  test('100 times at once tests only five, and the right one among the rest gets 429', async () => {
    const email = await person()
    const replies = await Promise.all(Array.from({ length: 100 }, () => guess(email, wrong)))
    expect(tally(replies)).toEqual({ 401: 5, 429: 95 })
    const right = await guess(email, testPassword)
    expect(right).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } })
    const waitSeconds = Number(right.headers.get('retry-after'))
    expect(waitSeconds).toBeGreaterThanOrEqual(1)
    expect(waitSeconds).toBeLessThanOrEqual(900)
  })

  test('under other spellings of the address, or from neighbouring addresses, counts together', async () => {
    const email = await person()
    const spellings = [email, email.toUpperCase(), ` ${email} `, email.replace('owner', 'OwNer'), email]
    for (const [n, spelling] of spellings.entries())
      expect((await guess(spelling, wrong, `198.51.100.${n + 1}`)).status).toBe(401)
    expect((await guess(email, testPassword, '198.51.100.200')).status).toBe(429)
  })

  test('of an unknown account looks exactly like that of a known one', async () => {
    const known = await person()
    const sequence = async (email: string) => {
      const seen = []
      for (let n = 0; n < 7; n++) {
        const { status, body } = await guess(email, wrong, '192.0.2.9')
        const { requestId, retryAfterSeconds, ...said } = body
        seen.push({ status, said, waits: typeof retryAfterSeconds })
      }
      return seen
    }
    expect(await sequence(known)).toEqual(await sequence('nobody@example.test'))
  })

  test('from 20 networks locks out neither a browser the person has used nor other networks', async () => {
    const email = await person()
    const own = cookiesOf((await signIn(t, email)).reply)
    for (let network = 0; network < 20; network++) {
      const replies = []
      for (let n = 0; n < 6; n++) replies.push(await guess(email, wrong, `10.9.${network}.${n}`))
      expect(tally(replies)).toEqual({ 401: 5, 429: 1 })
    }
    expect((await guess(email, testPassword, '10.9.0.1', own)).status).toBe(200)
    expect((await guess(email, testPassword, '10.200.0.1')).status).toBe(200)
  })

  test('with the cookie of a browser that belongs to somebody else gains nothing', async () => {
    const [victim, attacker] = [await person(), await person()]
    const cookies = cookiesOf((await signIn(t, attacker)).reply)
    for (let n = 0; n < 5; n++) await guess(victim, wrong, '10.7.7.7')
    expect((await guess(victim, wrong, '10.7.7.7', cookies)).status).toBe(429)
  })

  test('in a known browser is counted as well', async () => {
    const email = await person()
    const own = cookiesOf((await signIn(t, email)).reply)
    for (let n = 0; n < 5; n++) expect((await guess(email, wrong, '10.6.6.6', own)).status).toBe(401)
    expect((await guess(email, testPassword, '10.6.6.6', own)).status).toBe(429)
  })
})

test('a lock lasts 15 minutes from the first wrong password, and not longer', async () => {
  const email = await person()
  const { now } = t.deps
  for (let n = 0; n < 5; n++) await guess(email, wrong, '10.5.5.5')
  const waitSeconds = Number((await guess(email, testPassword, '10.5.5.5')).headers.get('retry-after'))
  expect(waitSeconds).toBeGreaterThan(800)
  expect(waitSeconds).toBeLessThanOrEqual(900)
  const after = async (seconds: number) => {
    t.deps.now = () => new Date(now().getTime() + seconds * 1_000)
    return (await guess(email, testPassword, '10.5.5.5')).status
  }
  const statuses = [await after(waitSeconds - 5), await after(waitSeconds)]
  t.deps.now = now
  expect(statuses).toEqual([429, 200])
})

test('a lockout is written to the journal once, a failed sign-in each time', async () => {
  const place = await t.createTenant()
  const { email, userId } = await t.signInAs(place, 'owner')
  for (let n = 0; n < 9; n++) await guess(email, wrong, '10.3.3.3')
  const kinds = await readSecurityKinds(t, userId)
  expect(kinds.filter((kind) => kind === 'auth.login_failed')).toHaveLength(5)
  expect(kinds.filter((kind) => kind === 'auth.lockout')).toHaveLength(1)
})
