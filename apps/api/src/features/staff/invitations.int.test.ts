import { randomUUID } from 'node:crypto'
import { accountToken } from '@repo/config/limits'
import { connect } from '@repo/db'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { mailedToken, mailsTo, noSenders } from '../../testing/mails.ts'
import { readJournal, signIn } from '../../testing/sign-in.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

const password = 'Marmalade-91-lighthouse'

let t: TestApp
let tenant: Tenant
let other: Tenant
let owner: string
let manager: string
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
  other = await t.createTenant()
  owner = (await t.signInAs(tenant, 'owner')).token
  manager = (await t.signInAs(tenant, 'manager', false)).token
})
afterEach(() => t.startAfresh())
afterAll(() => t.close())

const newEmail = () => `luz-${randomUUID()}@example.test`
const invite = (token: string, change = {}, branchId = tenant.branchId) =>
  t.call('POST', `/api/branches/${branchId}/invitations`, {
    token,
    json: { email: newEmail(), role: 'waiter', ...change },
  })
const list = async (token: string, branchId = tenant.branchId) =>
  (await t.call('GET', `/api/branches/${branchId}/invitations`, { token })).body.invitations as {
    id: string
  }[]
const accept = (token: string, change = {}) =>
  t.call('POST', '/api/auth/invitations/accept', { json: { token, name: 'Luz Huamán', password, ...change } })
const lookUp = (token: string) => t.call('POST', '/api/auth/invitations/look-up', { json: { token } })

describe('an invitation', () => {
  test('brings a colleague in with a name and password of their own, once', async () => {
    const email = newEmail()
    expect(await invite(owner, { email, locale: 'es' })).toMatchObject({
      status: 201,
      body: { email, role: 'waiter', allBranches: false },
    })
    const link = await mailedToken(t, email)
    const [mail] = await mailsTo(t, email)
    expect(mail?.subject).toBe('Le invitan a Test kitchen')
    expect(mail?.text).toContain(`http://localhost:3000/accept-invitation#${link}`)
    expect((await lookUp(link)).body).toEqual({
      email,
      organizationName: 'Test kitchen group',
      branchName: 'Test kitchen',
      role: 'waiter',
    })
    const joined = await accept(link)
    expect(joined).toMatchObject({
      status: 201,
      body: { account: { name: 'Luz Huamán', branches: [{ id: tenant.branchId, role: 'waiter' }] } },
    })
    expect(joined.headers.getSetCookie()[0]).toMatch(/^__Secure-rt-staff=/)
    expect((await signIn(t, email, { password })).reply.status).toBe(200)
    expect(await accept(link)).toMatchObject({ status: 404, body: { code: 'LINK_INVALID' } })
    expect((await lookUp(link)).body.code).toBe('LINK_INVALID')
  })

  test('accepted twice at once makes one member', async () => {
    const email = newEmail()
    await invite(owner, { email })
    const link = await mailedToken(t, email)
    const both = await Promise.all([accept(link), accept(link)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404])
  })

  test('whose sign-in cannot be started is not used up', async () => {
    const email = newEmail()
    await invite(owner, { email })
    const link = await mailedToken(t, email)
    await t.admin`revoke insert on token_families from restai_app`
    const failed = await accept(link)
    await t.admin`grant insert on token_families to restai_app`
    expect(failed.status).toBe(500)
    expect((await accept(link)).status).toBe(201)
  })

  test('leaves its token nowhere in the database', async () => {
    const email = newEmail()
    await invite(owner, { email })
    const admin = connect({ url: t.testDatabase.adminUrl, poolMax: 1 })
    const stored = JSON.stringify(await admin`select * from invitations where email = ${email}`)
    await admin.end()
    expect(stored).toContain(email)
    expect(stored).not.toContain(await mailedToken(t, email))
  })

  test('sent again to the same address ends the earlier one; it ends when withdrawn or after 72 hours', async () => {
    const email = newEmail()
    await invite(owner, { email })
    const first = await mailedToken(t, email)
    const { body } = await invite(owner, { email })
    const second = await mailedToken(t, email)
    expect((await lookUp(first)).body.code).toBe('LINK_INVALID')
    t.letPass(accountToken.invitationSeconds + 1)
    expect((await accept(second)).body.code).toBe('LINK_INVALID')
    await t.startAfresh()
    const path = `/api/branches/${tenant.branchId}/invitations/${body.id}`
    expect((await t.call('DELETE', path, { token: manager })).status).toBe(200)
    expect((await accept(second)).body.code).toBe('LINK_INVALID')
    expect((await t.call('DELETE', path, { token: manager })).status).toBe(404)
  })

  test('with a weak password names the field and stays usable', async () => {
    const email = newEmail()
    await invite(owner, { email })
    const link = await mailedToken(t, email)
    const refused = await accept(link, { password: 'Password1234' })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'password' }] } })
    expect((await accept(link)).status).toBe(201)
  })

  test('for an address that has an account is EMAIL_TAKEN when it is accepted, and leaves nothing', async () => {
    const { email } = await t.signInAs(other, 'waiter')
    await invite(owner, { email })
    const link = await mailedToken(t, email)
    expect(await accept(link)).toMatchObject({ status: 409, body: { code: 'EMAIL_TAKEN' } })
    expect((await lookUp(link)).status).toBe(200)
  })
})

describe('an invitation works only while its maker may make it', () => {
  const fate = async (email: string) => {
    // The link is checked on its own, in case the offer itself was not ended.
    await t.admin`update invitations set revoked_at = null where email = ${email}`
    const link = await mailedToken(t, email)
    const codes = [(await lookUp(link)).body.code, (await accept(link)).body.code]
    return codes.every((one) => one === 'LINK_INVALID') ? 'void' : codes
  }
  /** Somebody who has invited a colleague, and what an owner can then do to the inviter. */
  async function invitedBy(role: string, offer: object) {
    const at = await t.createTenant()
    const boss = (await t.signInAs(at, 'owner')).token
    const giver = await t.signInAs(at, role)
    const email = newEmail()
    expect((await invite(giver.token, { email, ...offer }, at.branchId)).status).toBe(201)
    const { body } = await t.call('GET', `/api/branches/${at.branchId}/staff`, { token: boss })
    const members = body.members as { userId: string; membershipId: string }[]
    const path = `/api/branches/${at.branchId}/staff/${members.find(({ userId }) => userId === giver.userId)?.membershipId}`
    const act = (method: string, json?: object) =>
      t.call(method, path, { token: boss, ...(json && { json }) })
    const waiting = async () => (await list(boss, at.branchId)).length
    return { at, boss, giver, email, act, waiting }
  }

  test('it ends when its maker is removed, so that they cannot let themselves back in', async () => {
    const { email, act } = await invitedBy('owner', { role: 'owner', allBranches: true })
    expect((await act('DELETE')).status).toBe(200)
    expect(await fate(email)).toBe('void')
  })

  test('it does not work while its maker is shut out, and works again afterwards', async () => {
    const { email, act } = await invitedBy('manager', { role: 'cashier' })
    await act('PATCH', { disabled: true })
    expect(await fate(email)).toBe('void')
    await act('PATCH', { disabled: false })
    expect((await accept(await mailedToken(t, email))).status).toBe(201)
  })

  test('it ends when its maker may no longer give the role', async () => {
    const { email, act } = await invitedBy('owner', { role: 'manager' })
    await act('PATCH', { role: 'manager' })
    expect(await fate(email)).toBe('void')
  })

  test.each([
    ['is removed', 'DELETE', undefined, 0],
    ['may no longer give that role', 'PATCH', { role: 'manager' }, 0],
    ['is shut out for a while', 'PATCH', { disabled: true }, 1],
  ])('when its maker %s, the list and the journal say so', async (_, method, json, left) => {
    const { at, act, waiting } = await invitedBy('owner', { role: 'manager' })
    expect(await waiting()).toBe(1)
    expect((await act(method, json)).status).toBe(200)
    expect(await waiting()).toBe(left)
    const kinds = (await readJournal(t, at.organizationId)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'staff.invitation_withdrawn')).toHaveLength(1 - left)
  })

  test('this holds in every branch, and leaves the invitations of others alone', async () => {
    const { at, boss, giver, act, waiting } = await invitedBy('manager', {})
    const { organizationId } = at
    const second = await t.createTenant({ organizationId })
    expect((await invite(giver.token, {}, second.branchId)).status).toBe(201)
    for (const { branchId } of [at, second]) expect((await invite(boss, {}, branchId)).status).toBe(201)
    expect((await act('DELETE')).status).toBe(200)
    expect([await waiting(), (await list(boss, second.branchId)).length]).toEqual([1, 1])
  })

  test('nobody withdraws or replaces an invitation made by somebody above them', async () => {
    const email = newEmail()
    const { body } = await invite(owner, { email, role: 'manager' })
    const link = await mailedToken(t, email)
    const path = `/api/branches/${tenant.branchId}/invitations/${body.id}`
    expect(await t.call('DELETE', path, { token: manager })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
    expect((await invite(manager, { email, role: 'waiter' })).status).toBe(201)
    expect((await lookUp(link)).body).toMatchObject({ role: 'manager' })
  })
})

describe('inviting', () => {
  test.each(['owner', 'manager'])('a %s is forbidden to a manager', async (role) => {
    expect(await invite(manager, { role })).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
  })

  test('for all branches is forbidden to a manager of one', async () => {
    expect((await invite(manager, { allBranches: true })).status).toBe(403)
    expect((await invite(owner, { allBranches: true })).status).toBe(201)
  })

  test.each(['cashier', 'waiter', 'kitchen'])('is forbidden to a %s', async (role) => {
    const { token } = await t.signInAs(tenant, role)
    expect((await invite(token)).status).toBe(403)
  })

  test('in another organization is 404, and its invitations are nobody else’s to see or withdraw', async () => {
    expect((await invite(owner, {}, other.branchId)).status).toBe(404)
    const theirs = (await t.signInAs(other, 'owner')).token
    const { body } = await invite(theirs, {}, other.branchId)
    expect(await list(owner)).not.toContainEqual(expect.objectContaining({ id: body.id }))
    const path = `/api/branches/${tenant.branchId}/invitations/${body.id}`
    expect((await t.call('DELETE', path, { token: owner })).status).toBe(404)
    expect(await list(theirs, other.branchId)).toHaveLength(1)
  })

  test('whose mail is not taken is EMAIL_UNAVAILABLE and is withdrawn', async () => {
    const before = await list(owner)
    const email = { send: () => Promise.reject(new Error('mailbox full')) }
    const reply = await t.callWith(
      { senders: { ...t.deps.senders, email } },
      'POST',
      `/api/branches/${tenant.branchId}/invitations`,
      { token: owner, json: { email: newEmail(), role: 'waiter' } },
    )
    expect(reply).toMatchObject({ status: 503, body: { code: 'EMAIL_UNAVAILABLE' } })
    expect(await list(owner)).toEqual(before)
    const kinds = (await readJournal(t, tenant.organizationId)).map(({ kind }) => kind)
    expect(kinds.slice(-2)).toEqual(['staff.invited', 'staff.invitation_withdrawn'])
  })

  test('without a mail server is EMAIL_UNAVAILABLE and leaves no invitation', async () => {
    const before = await list(owner)
    const json = { email: newEmail(), role: 'waiter' }
    const path = `/api/branches/${tenant.branchId}/invitations`
    const reply = await t.callWith({ senders: noSenders }, 'POST', path, { token: owner, json })
    expect(reply.status).toBe(503)
    expect(await list(owner)).toEqual(before)
  })
})
