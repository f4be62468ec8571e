import { accountToken, rateLimit } from '@repo/config/limits'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { mailedToken, mailsTo, noSenders } from '../../testing/mails.ts'
import { readSecurityKinds, signIn } from '../../testing/sign-in.ts'
import { createTestApp, type TestApp, testPassword } from '../../testing/test-app.ts'
import { watchLookups } from '../../testing/watch-lookups.ts'

let t: TestApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterEach(() => t.startAfresh())
afterAll(() => t.close())

const person = async () => {
  const { email, userId } = await t.signInAs(tenant, 'waiter')
  const { token } = await signIn(t, email)
  return { email, userId, token, wanted: `new-${email}` }
}
const ask = (token: string, email: string, locale = 'en') =>
  t.call('POST', '/api/auth/email', { token, json: { email, locale } })
const confirm = (token: string, link: string) =>
  t.call('POST', '/api/auth/email/confirm', { token, json: { token: link } })
const me = (token: string) => t.call('GET', '/api/auth/me', { token })
const subjectsTo = async (email: string) => (await mailsTo(t, email)).map(({ subject }) => subject)

describe('the address of an account', () => {
  test('changes with the link that was mailed to the new one, once, and the other sign-ins end', async () => {
    const { email, userId, token, wanted } = await person()
    const other = await signIn(t, email)
    expect((await ask(token, wanted.toUpperCase())).body).toEqual({})
    const link = await mailedToken(t, wanted)
    expect((await me(token)).body.email).toBe(email)
    expect((await confirm(token, link)).status).toBe(200)
    expect((await me(token)).body.email).toBe(wanted)
    expect(await me(other.token)).toMatchObject({ status: 401, body: { code: 'TOKEN_REVOKED' } })
    expect((await signIn(t, email)).reply.status).toBe(401)
    expect((await signIn(t, wanted)).reply.status).toBe(200)
    expect(await confirm(token, link)).toMatchObject({ status: 404, body: { code: 'LINK_INVALID' } })
    expect(await readSecurityKinds(t, userId)).toContain('auth.email_changed')
  })

  test('is told of the request, and afterwards that it is no longer the account’s', async () => {
    const { email, token, wanted } = await person()
    await ask(token, wanted)
    expect(await subjectsTo(email)).toEqual(['A new address was requested for your account'])
    await confirm(token, await mailedToken(t, wanted))
    expect(await subjectsTo(email)).toContain('The email address of your account has changed')
  })

  test('has the token of its change in the fragment of the link, and nowhere in the database', async () => {
    const { token, wanted } = await person()
    await ask(token, wanted, 'es')
    const link = await mailedToken(t, wanted)
    const [mail] = await mailsTo(t, wanted)
    expect(mail?.subject).toBe('Confirme su nuevo correo')
    expect(mail?.text).toContain(`http://localhost:3000/confirm-email#${link}`)
    const stored = JSON.stringify(await t.admin`select * from account_tokens`)
    expect(stored).toContain(wanted)
    expect(stored).not.toContain(link)
  })

  test('ends open password links when it changes', async () => {
    const { email, token, wanted } = await person()
    await t.call('POST', '/api/auth/forgot-password', { json: { email } })
    const reset = await mailedToken(t, email)
    await ask(token, wanted)
    await confirm(token, await mailedToken(t, wanted))
    const refused = await t.call('POST', '/api/auth/reset-password', {
      json: { token: reset, password: 'Marmalade-91-lighthouse' },
    })
    expect(refused.body.code).toBe('LINK_INVALID')
  })

  test('stays when the password is changed first', async () => {
    const { token, wanted } = await person()
    await ask(token, wanted)
    const link = await mailedToken(t, wanted)
    const json = { currentPassword: testPassword, password: 'Marmalade-91-lighthouse' }
    expect((await t.call('POST', '/api/auth/password', { token, json })).status).toBe(200)
    expect((await confirm(token, link)).body.code).toBe('LINK_INVALID')
  })
})

describe('a new address', () => {
  test('that has an account is answered like a free one, and its owner is told instead of sent a link', async () => {
    const { email, token, wanted } = await person()
    const owner = await person()
    const answers = [await ask(token, wanted), await ask(token, owner.email)]
    const said = answers.map(({ status, body, headers }) => ({
      status,
      body,
      headers: [...headers.keys()].sort(),
    }))
    expect(said[1]).toEqual(said[0])
    expect(await subjectsTo(owner.email)).toEqual(['Your address already has an account'])
    expect(await mailedToken(t, owner.email)).toBe('')
    expect(await subjectsTo(email)).toHaveLength(2)
  })

  test('is looked up after the answer', async () => {
    const { token, wanted } = await person()
    const { gateway, lookedUp } = watchLookups(t.deps.gateway)
    const background = { run: () => {}, settled: async () => {} }
    const json = { email: wanted }
    const reply = await t.callWith({ gateway, background }, 'POST', '/api/auth/email', { token, json })
    expect(reply.status).toBe(200)
    expect(lookedUp.flat()).not.toContain(wanted)
  })

  test('that gets an account before the link is used stays with that account', async () => {
    const { email, token, wanted } = await person()
    await ask(token, wanted)
    const link = await mailedToken(t, wanted)
    const stranger = await person()
    await t.admin`update users set email = ${wanted} where id = ${stranger.userId}`
    expect(await confirm(token, link)).toMatchObject({ status: 409, body: { code: 'EMAIL_TAKEN' } })
    expect((await me(token)).body.email).toBe(email)
  })

  test('equal to the current one is refused', async () => {
    const { email, token } = await person()
    expect(await ask(token, email.toUpperCase())).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', errors: [{ field: 'email' }] },
    })
  })

  test('can be asked for three times an hour', async () => {
    const { token, wanted } = await person()
    for (let n = 0; n < rateLimit.emailChange.max; n++)
      expect((await ask(token, `${n}-${wanted}`)).status).toBe(200)
    expect(await ask(token, wanted)).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } })
    expect(await subjectsTo(wanted)).toEqual([])
  })

  test('gets no more links than any other mailbox, regardless of who asks', async () => {
    const { wanted } = await person()
    for (let n = 0; n <= rateLimit.recover.max; n++)
      expect((await ask((await person()).token, wanted)).status).toBe(200)
    expect(await subjectsTo(wanted)).toHaveLength(rateLimit.recover.max)
  })
})

describe('the link', () => {
  test('is useless to another person, and stays valid for the one who asked', async () => {
    const [own, stranger] = [await person(), await person()]
    await ask(own.token, own.wanted)
    const link = await mailedToken(t, own.wanted)
    expect((await t.call('POST', '/api/auth/email/confirm', { json: { token: link } })).status).toBe(401)
    expect((await confirm(stranger.token, link)).body.code).toBe('LINK_INVALID')
    expect((await confirm(own.token, link)).status).toBe(200)
  })

  test('that is expired, made up, replaced or of another kind changes nothing', async () => {
    const { email, token, wanted } = await person()
    await t.call('POST', '/api/auth/forgot-password', { json: { email } })
    const reset = await mailedToken(t, email)
    await ask(token, `first-${wanted}`)
    const replaced = await mailedToken(t, `first-${wanted}`)
    await ask(token, wanted)
    const link = await mailedToken(t, wanted)
    for (const dead of [reset, replaced, 'A'.repeat(43)])
      expect((await confirm(token, dead)).body.code).toBe('LINK_INVALID')
    t.letPass(accountToken.emailChangeSeconds)
    expect((await confirm(token, link)).body.code).toBe('LINK_INVALID')
    await t.startAfresh()
    expect((await me(token)).body.email).toBe(email)
  })

  test('used twice at once counts once', async () => {
    const { token, wanted } = await person()
    await ask(token, wanted)
    const link = await mailedToken(t, wanted)
    const both = await Promise.all([confirm(token, link), confirm(token, link)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
  })
})

test('without a mail server an address does not change', async () => {
  const { token, wanted } = await person()
  const json = { email: wanted }
  const reply = await t.callWith({ senders: noSenders }, 'POST', '/api/auth/email', { token, json })
  expect(reply).toMatchObject({ status: 503, body: { code: 'EMAIL_UNAVAILABLE' } })
})
