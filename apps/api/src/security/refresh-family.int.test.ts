import { uuidv7 } from '@repo/auth'
import { refreshToken } from '@repo/config/limits'
import { refreshTokens, tokenFamilies } from '@repo/db/schema'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { createTestApp, type TestApp, testPassword } from '../testing/test-app.ts'
import { endFamily, renewFamily } from './refresh-family.ts'

const author = { actor: 'anyone', requestId: 'request-1' }

let t: TestApp
let tenant: Tenant

beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterEach(() => t.startAfresh())
afterAll(() => t.close())

/** A sign-in of a new person: the refresh token of its cookie, and whose it is. */
async function signIn(email?: string) {
  const known = email ?? (await t.signInAs(tenant, 'waiter')).email
  const reply = await t.call('POST', '/api/auth/login', { json: { email: known, password: testPassword } })
  const cookieToken = /=([^;]+)/.exec(reply.headers.get('set-cookie') ?? '')?.[1]
  return { email: known, cookieToken }
}

const renew = (cookieToken: string | undefined, attemptId: string = uuidv7(), deps = t.deps) =>
  renewFamily(deps, { kind: 'staff', cookieToken, attemptId, author })

const refusedWith = (code: string) => expect.objectContaining({ code })

describe('a refresh token', () => {
  test('is replaced by every use, in the same family', async () => {
    const { cookieToken } = await signIn()
    const first = await renew(cookieToken)
    const second = await renew(first.token)
    expect(new Set([cookieToken, first.token, second.token]).size).toBe(3)
    expect(second.familyId).toBe(first.familyId)
  })

  test('that was replaced kills its family when it comes back', async () => {
    const { cookieToken } = await signIn()
    const { token } = await renew(cookieToken)
    await expect(renew(cookieToken)).rejects.toEqual(refusedWith('TOKEN_REUSE'))
    await expect(renew(token)).rejects.toEqual(refusedWith('TOKEN_REVOKED'))
  })

  test('of an older generation kills its family too', async () => {
    const { cookieToken } = await signIn()
    const attemptId = uuidv7()
    const { token } = await renew((await renew(cookieToken, attemptId)).token)
    await expect(renew(cookieToken, attemptId)).rejects.toEqual(refusedWith('TOKEN_REUSE'))
    await expect(renew(token)).rejects.toEqual(refusedWith('TOKEN_REVOKED'))
  })

  test("leaves the person's other sign-ins alone when its family dies", async () => {
    const { email, cookieToken } = await signIn()
    const other = await signIn(email)
    await renew(cookieToken)
    await expect(renew(cookieToken)).rejects.toEqual(refusedWith('TOKEN_REUSE'))
    expect((await renew(other.cookieToken)).token).toBeTruthy()
  })

  test('is missing, unknown, or of another kind: each is refused', async () => {
    const { cookieToken } = await signIn()
    await expect(renew(undefined)).rejects.toEqual(refusedWith('TOKEN_MISSING'))
    await expect(renew('A'.repeat(43))).rejects.toEqual(refusedWith('TOKEN_INVALID'))
    const asGuest = renewFamily(t.deps, { kind: 'customer', cookieToken, attemptId: uuidv7(), author })
    await expect(asGuest).rejects.toEqual(refusedWith('TOKEN_INVALID'))
  })

  test('is nowhere in the database', async () => {
    const { cookieToken = '' } = await signIn()
    const { familyId, token } = await renew(cookieToken)
    const stored = await t.deps.gateway.run({ kind: 'token', familyId }, async ({ db }) =>
      JSON.stringify([await db.select().from(refreshTokens), await db.select().from(tokenFamilies)]),
    )
    expect(stored).toContain(familyId)
    expect(stored).not.toContain(cookieToken)
    expect(stored).not.toContain(token)
  })
})

test('no renewal scans a table: tokens are found by their hash and by their family through an index', async () => {
  const plans = await t.admin.begin(async (sql) => {
    // So that the planner scans a table only where there is no other way, however few the rows.
    await sql`set local enable_seqscan = off`
    return [
      await sql`explain select from refresh_tokens where token_hash = any (${['a', 'b']})`,
      await sql`explain select from refresh_tokens where family_id = ${uuidv7()}`,
      await sql`explain select from token_families where id = ${uuidv7()}`,
    ]
  })
  for (const plan of plans) {
    const text = plan.map((line) => String(line['QUERY PLAN'])).join('\n')
    expect(text).toMatch(/Index/)
    expect(text).not.toMatch(/Seq Scan/)
  }
})

describe('a lost reply', () => {
  test('is repeated with the same successor until that one is used', async () => {
    const { cookieToken } = await signIn()
    const attemptId = uuidv7()
    const first = await renew(cookieToken, attemptId)
    expect(await renew(cookieToken, attemptId)).toMatchObject({ token: first.token })
    await renew(first.token)
    await expect(renew(cookieToken, attemptId)).rejects.toEqual(refusedWith('TOKEN_REUSE'))
  })

  test('of 50 renewals at once with one attempt leaves one successor', async () => {
    const { cookieToken } = await signIn()
    const attemptId = uuidv7()
    const renewals = await Promise.all(Array.from({ length: 50 }, () => renew(cookieToken, attemptId)))
    expect(new Set(renewals.map(({ token }) => token)).size).toBe(1)
    const familyId = renewals[0]?.familyId ?? ''
    const tokens = await t.deps.gateway.run({ kind: 'token', familyId }, ({ db }) => db.$count(refreshTokens))
    expect(tokens).toBe(2)
  })

  test('of 20 renewals at once with 20 attempts lets one win and ends the family', async () => {
    const { cookieToken } = await signIn()
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => renew(cookieToken)))
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(won).toHaveLength(1)
    await expect(renew(won[0]?.token)).rejects.toEqual(refusedWith('TOKEN_REVOKED'))
  })

  test('is repeated after the secret was replaced', async () => {
    const { cookieToken } = await signIn()
    const attemptId = uuidv7()
    const { token } = await renew(cookieToken, attemptId)
    const replaced = {
      ...t.deps,
      env: {
        ...t.env,
        JWT_REFRESH_SECRET: 'Qe4Zt8Rm1Xp6Ks3Nv9Hd2Lb7Wy5Gc0JfAiUoOaEuTrYxPzMqSwDvBnCk',
        JWT_REFRESH_SECRET_PREVIOUS: [t.env.JWT_REFRESH_SECRET],
      },
    }
    expect((await renew(cookieToken, attemptId, replaced)).token).toBe(token)
    const next = await renew(token, uuidv7(), replaced)
    await expect(renew(next.token)).rejects.toEqual(refusedWith('TOKEN_INVALID'))
    expect((await renew(next.token, uuidv7(), replaced)).token).toBeTruthy()
  })
})

describe('a family', () => {
  const { idleSeconds, absoluteSeconds } = refreshToken.staff

  test('expires when it was not used for its idle time', async () => {
    const { cookieToken } = await signIn()
    t.letPass(idleSeconds + 1)
    await expect(renew(cookieToken)).rejects.toEqual(refusedWith('TOKEN_EXPIRED'))
  })

  test('used every few days expires at its absolute age, and its cookie no later', async () => {
    let { cookieToken } = await signIn()
    const step = idleSeconds - 60
    for (let age = step; age < absoluteSeconds; age += step) {
      t.letPass(step)
      const { token, maxAgeSeconds } = await renew(cookieToken)
      expect(maxAgeSeconds).toBeLessThanOrEqual(Math.min(idleSeconds, absoluteSeconds - age))
      cookieToken = token
    }
    t.letPass(step)
    await expect(renew(cookieToken)).rejects.toEqual(refusedWith('TOKEN_EXPIRED'))
  })

  test('that was ended is revoked, and ending it again is not an error', async () => {
    const { cookieToken } = await signIn()
    await endFamily(t.deps, { kind: 'staff', cookieToken, author })
    await endFamily(t.deps, { kind: 'staff', cookieToken, author })
    await endFamily(t.deps, { kind: 'staff', cookieToken: undefined, author })
    await expect(renew(cookieToken)).rejects.toEqual(refusedWith('TOKEN_REVOKED'))
  })
})
