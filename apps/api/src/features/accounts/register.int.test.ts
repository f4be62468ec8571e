import { randomUUID } from 'node:crypto'
import { rateLimit } from '@repo/config/limits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp, testPassword } from '../../testing/test-app.ts'

const signupToken = 'Vt6rXq2Lm9Bz4Nc8Kd1Pw5Hs7Jf3Gy0R'

let t: TestApp
let closed: TestApp
beforeAll(async () => {
  t = await createTestApp({ SIGNUP: 'token', SIGNUP_TOKEN: signupToken })
  closed = await createTestApp({ SIGNUP: 'closed' })
})
afterAll(async () => {
  await Promise.all([t.close(), closed.close()])
})

const input = () => ({
  signupToken,
  name: 'Rosa Quispe',
  email: `rosa-${randomUUID()}@example.test`,
  password: testPassword,
  organizationName: 'Quispe e hijas',
  branchName: 'La Higuera',
  currency: 'PEN',
  timeZone: 'America/Lima',
  locale: 'es',
  taxMode: 'inclusive',
  taxName: 'IGV',
  taxRatePpm: 180_000,
  accent: { hue: 158, chroma: 0.095 },
  sampleMenu: false,
})

type Change = Partial<Record<keyof ReturnType<typeof input> | 'tableCount', unknown>>
const signUp = (change: Change = {}, at = t) => {
  at.deps.limiter.forget('signUpPerAddress', '127.0.0.1')
  return at.call('POST', '/api/auth/register', { json: { ...input(), ...change } })
}

/** Rows of every table that a sign-up writes. */
async function countRows(): Promise<number[]> {
  const tables = [
    'organizations',
    'users',
    'memberships',
    'branches',
    'tax_rates',
    'stations',
    'dining_tables',
    'dishes',
    'token_families',
    'refresh_tokens',
    'journal_entries',
  ]
  const rows = await Promise.all(
    tables.map((table) => t.admin`select count(*)::int as n from ${t.admin(table)}`),
  )
  return rows.map(([row]) => Number(row?.n))
}

type SignedUp = { accessToken: string; account: { branches: { id: string; slug: string }[] } }
const branchOf = (body: unknown) => (body as SignedUp).account.branches[0] ?? { id: '', slug: '' }

describe('signing up a restaurant', () => {
  test('makes an owner who is signed in, a branch that confirms first orders, and ten tables', async () => {
    const { status, body, headers } = await signUp()
    const { accessToken: token } = body as SignedUp
    const { id } = branchOf(body)
    expect(status).toBe(201)
    expect(headers.get('set-cookie')).toMatch(/^__Secure-rt-staff=/)
    const branch = await t.call('GET', `/api/branches/${id}`, { token })
    expect(branch.body).toMatchObject({
      name: 'La Higuera',
      organizationName: 'Quispe e hijas',
      currency: 'PEN',
      defaultLocale: 'es',
      confirmOrders: 'first',
      accent: { hue: 158, chroma: 0.095 },
    })
    const { tables } = (await t.call('GET', `/api/branches/${id}/tables`, { token })).body as {
      tables: { label: string; code: string }[]
    }
    expect(tables.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    expect(new Set(tables.map(({ code }) => code)).size).toBe(10)
    const staff = await t.call('GET', `/api/branches/${id}/staff`, { token })
    expect(staff.body.members).toEqual([expect.objectContaining({ role: 'owner', allBranches: true })])
  })

  test('can begin with the sample menu, priced in the currency of the branch', async () => {
    const prices = async (currency: string) => {
      const { slug } = branchOf((await signUp({ sampleMenu: true, currency })).body)
      const { body } = await t.call('GET', `/api/customer/${slug}/menu`)
      const { categories } = body as {
        categories: { dishes: { priceMinor: number; taxRatePpm: number }[] }[]
      }
      return categories.flatMap(({ dishes }) => dishes)
    }
    const soles = await prices('PEN')
    const dollars = await prices('USD')
    expect(soles.length).toBeGreaterThanOrEqual(36)
    expect(soles.every(({ taxRatePpm }) => taxRatePpm === 180_000)).toBe(true)
    expect(dollars.map(({ priceMinor }) => priceMinor)).not.toEqual(soles.map(({ priceMinor }) => priceMinor))
  })

  test('gives a name that is taken a different slug', async () => {
    const slugs = []
    for (let n = 0; n < 5; n++) slugs.push(branchOf((await signUp({ branchName: 'Tres Soles' })).body).slug)
    expect(slugs.slice(0, 3)).toEqual(['tres-soles', 'tres-soles-2', 'tres-soles-3'])
    expect(new Set(slugs).size).toBe(5)
  })

  test('shows the new restaurant to nobody else', async () => {
    const [mine, theirs] = [await signUp(), await signUp()]
    const { accessToken: token } = mine.body as SignedUp
    const foreign = await t.call('GET', `/api/branches/${branchOf(theirs.body).id}`, { token })
    expect(foreign).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })
})

describe('a sign-up that is refused', () => {
  test.each([
    ['without the token', { signupToken: undefined }],
    ['with another token', { signupToken: `${signupToken}x` }],
    ['with an empty token', { signupToken: '' }],
  ])('%s is SIGNUP_CLOSED', async (_, change) => {
    const refused = await signUp(change)
    expect(refused).toMatchObject({ status: 403, body: { code: 'SIGNUP_CLOSED' } })
  })

  test('because sign-up is closed does not ask for a token', async () => {
    expect(await signUp({}, closed)).toMatchObject({ status: 403, body: { code: 'SIGNUP_CLOSED' } })
  })

  test.each([
    ['a short password', { password: 'Short-1' }, ['password']],
    [
      'a password that is their address',
      { email: 'maria.paredes@example.test', password: 'Maria.Paredes1' },
      ['password'],
    ],
    ['an unknown currency', { currency: 'ZZZ' }, ['currency']],
    ['the code for no currency', { currency: 'XXX' }, ['currency']],
    ['an unknown time zone', { timeZone: 'Mars/Olympus' }, ['timeZone']],
    ['an offset as time zone', { timeZone: '+05:00' }, ['timeZone']],
    ['several faults at once', { password: 'Ab1', timeZone: '' }, ['password', 'timeZone']],
  ])('for %s names the field', async (_, change, fields) => {
    const { status, body } = await signUp(change)
    const named = (body.errors as { field: string }[]).map(({ field }) => field)
    expect({ status, code: body.code, fields: [...new Set(named)] }).toEqual({
      status: 400,
      code: 'VALIDATION_FAILED',
      fields,
    })
  })

  test('never echoes the password', async () => {
    const { body } = await signUp({ password: 'tell-nobody' })
    expect(JSON.stringify(body)).not.toContain('tell-nobody')
  })

  test('for a taken address, in any case, leaves nothing behind', async () => {
    const { email } = input()
    await signUp({ email })
    const before = await countRows()
    const again = await signUp({ email: email.toUpperCase(), sampleMenu: true })
    expect(again).toMatchObject({ status: 409, body: { code: 'EMAIL_TAKEN', errors: [{ field: 'email' }] } })
    expect(await countRows()).toEqual(before)
  })

  test('by a fault halfway leaves nothing behind', async () => {
    const before = await countRows()
    await t.admin`alter table dining_tables add constraint no_table_9 check (label <> '9') not valid`
    const failed = await signUp({ tableCount: 9, sampleMenu: true })
    await t.admin`alter table dining_tables drop constraint no_table_9`
    expect(failed).toMatchObject({ status: 500, body: { code: 'INTERNAL' } })
    expect(await countRows()).toEqual(before)
  })
})

describe('an address', () => {
  const limit = (name: 'signUpPerAddress' | 'signUpInputPerAddress') => ({
    spend: () => {
      for (let n = 0; n < rateLimit[name].max; n++) t.deps.limiter.takeKey(name, '127.0.0.1')
    },
    forget: () => t.deps.limiter.forget(name, '127.0.0.1'),
  })
  const send = (change: Change) => t.call('POST', '/api/auth/register', { json: { ...input(), ...change } })

  test('spends its sign-ups on sign-ups and wrong tokens, not on mistyped input', async () => {
    limit('signUpPerAddress').forget()
    for (let n = 0; n < 4; n++) {
      expect((await send({ password: 'Short-1' })).status).toBe(400)
      expect((await send({ currency: 'ZZZ' })).status).toBe(400)
      expect((await send({ timeZone: 'Mars/Olympus' })).status).toBe(400)
    }
    expect((await send({})).status).toBe(201)
    expect((await send({ signupToken: `${signupToken}x` })).status).toBe(403)
    expect((await send({})).status).toBe(201)
    expect(await send({})).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } })
    expect((await send({ password: 'Short-1' })).status).toBe(400)
  })

  test('cannot send mistyped input endlessly', async () => {
    const { spend, forget } = limit('signUpInputPerAddress')
    forget()
    spend()
    expect(await send({ password: 'Short-1' })).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } })
    forget()
  })
})
