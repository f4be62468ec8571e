import { accountToken, rateLimit } from '@repo/config/limits'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { mailedToken, mailsTo, noSenders } from '../../testing/mails.ts'
import { readSecurityKinds, signIn } from '../../testing/sign-in.ts'
import { createTestApp, type TestApp, testPassword } from '../../testing/test-app.ts'
import { watchLookups } from '../../testing/watch-lookups.ts'

const fresh = 'Marmalade-91-lighthouse'

let t: TestApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterEach(() => t.startAfresh())
afterAll(() => t.close())

const person = async () => (await t.signInAs(tenant, 'waiter')).email
const change = (token: string, currentPassword: string, password = fresh) =>
  t.call('POST', '/api/auth/password', { token, json: { currentPassword, password } })
const forgot = (email: string, locale = 'en') =>
  t.call('POST', '/api/auth/forgot-password', { json: { email, locale } })
const reset = (token: string, password = fresh) =>
  t.call('POST', '/api/auth/reset-password', { json: { token, password } })
const me = (token: string) => t.call('GET', '/api/auth/me', { token })

describe('changing the password', () => {
  test('ends every other sign-in and keeps the one that asks', async () => {
    const email = await person()
    const [other, own] = [await signIn(t, email), await signIn(t, email)]
    expect((await change(own.token, testPassword)).status).toBe(200)
    expect(await me(other.token)).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    expect((await me(own.token)).status).toBe(200)
    expect((await signIn(t, email)).reply.status).toBe(401)
    expect((await signIn(t, email, { password: fresh })).reply.status).toBe(200)
    expect((await mailsTo(t, email))[0]?.subject).toBe('Your password was changed')
  })

  test('needs the current one, and tests at most five wrong ones', async () => {
    const { token } = await signIn(t, await person())
    for (let n = 0; n < 5; n++)
      expect(await change(token, 'Wrong-horse-42-battery')).toMatchObject({
        status: 401,
        body: { code: 'CREDENTIALS_INVALID' },
      })
    expect(await change(token, testPassword)).toMatchObject({ status: 429 })
  })

  test('refuses one that is easy to guess, and keeps the old one', async () => {
    const email = await person()
    const { token } = await signIn(t, email)
    const refused = await change(token, testPassword, 'Password1234')
    expect(refused).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } })
    expect((await signIn(t, email)).reply.status).toBe(200)
  })
})

describe('a forgotten password', () => {
  test('is replaced with the link that was mailed, once, and every sign-in ends', async () => {
    const { email, userId } = await t.signInAs(tenant, 'waiter')
    const { token } = await signIn(t, email)
    expect((await forgot(email.toUpperCase())).body).toEqual({})
    const link = await mailedToken(t, email)
    expect((await reset(link)).status).toBe(200)
    expect(await me(token)).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    expect((await signIn(t, email, { password: fresh })).reply.status).toBe(200)
    expect(await reset(link)).toMatchObject({ status: 404, body: { code: 'LINK_INVALID' } })
    const kinds = await readSecurityKinds(t, userId)
    expect(kinds).toContain('auth.password_reset')
  })

  test('has its token in the fragment of the link, and nowhere in the database', async () => {
    const email = await person()
    await forgot(email, 'es')
    const link = await mailedToken(t, email)
    const [mail] = await mailsTo(t, email)
    expect(mail?.subject).toBe('Elija una nueva contraseña')
    expect(mail?.text).toContain(`http://localhost:3000/reset-password#${link}`)
    const stored = JSON.stringify(await t.admin`select * from account_tokens`)
    expect(stored).toContain('password-reset')
    expect(stored).not.toContain(link)
  })

  test('sends nothing to an unknown or disabled account, and answers them like a known one', async () => {
    const [known, gone] = [await person(), await person()]
    await t.admin`update users set disabled_at = now() where email = ${gone}`
    const answers = []
    for (const email of [known, gone, 'nobody@example.test']) answers.push(await forgot(email))
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
      answers.map(() => ({ status: 200, body: {} })),
    )
    expect(await mailsTo(t, gone)).toEqual([])
    expect(await mailsTo(t, 'nobody@example.test')).toEqual([])
    expect(await mailsTo(t, known)).toHaveLength(1)
  })

  test('is answered before the account is looked up', async () => {
    const { gateway, lookedUp } = watchLookups(t.deps.gateway)
    const background = { run: () => {}, settled: async () => {} }
    const json = { email: await person() }
    const reply = await t.callWith({ gateway, background }, 'POST', '/api/auth/forgot-password', { json })
    expect(reply.status).toBe(200)
    expect(lookedUp).toEqual([])
  })

  test('gets three links an hour at most', async () => {
    const email = await person()
    for (let n = 0; n < 5; n++) expect((await forgot(email)).status).toBe(200)
    expect(await mailsTo(t, email)).toHaveLength(rateLimit.recover.max)
  })

  test('is not replaced by a link that is old, made up or of another kind', async () => {
    const email = await person()
    await forgot(email)
    const link = await mailedToken(t, email)
    expect((await reset('A'.repeat(43))).body.code).toBe('LINK_INVALID')
    t.letPass(accountToken.passwordResetSeconds + 1)
    expect((await reset(link)).body.code).toBe('LINK_INVALID')
    expect((await signIn(t, email)).reply.status).toBe(200)
  })

  test('replaced by one that is easy to guess leaves the link usable; of two uses at once one counts', async () => {
    const email = await person()
    await forgot(email)
    const link = await mailedToken(t, email)
    expect((await reset(link, 'Password1234')).body.code).toBe('VALIDATION_FAILED')
    const both = await Promise.all([reset(link), reset(link)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
  })

  test('ends the other links that were sent once it is replaced', async () => {
    const email = await person()
    await forgot(email)
    const first = await mailedToken(t, email)
    await forgot(email)
    const second = await mailedToken(t, email)
    expect(second).not.toBe(first)
    expect((await reset(second)).status).toBe(200)
    expect((await reset(first, 'Another-57-watermelon')).body.code).toBe('LINK_INVALID')
  })

  test('without a mail server is EMAIL_UNAVAILABLE for everybody', async () => {
    const json = { email: 'nobody@example.test' }
    const reply = await t.callWith({ senders: noSenders }, 'POST', '/api/auth/forgot-password', { json })
    expect(reply).toMatchObject({ status: 503, body: { code: 'EMAIL_UNAVAILABLE' } })
  })
})
