import { randomUUID } from 'node:crypto'
import { rateLimit } from '@repo/config/limits'
import { journalEntries } from '@repo/db/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp, testPassword } from '../../testing/test-app.ts'

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
afterAll(() => t.close())

const colleague = (change = {}) => ({
  name: 'Luz Huamán',
  email: `luz-${randomUUID()}@example.test`,
  password: testPassword,
  role: 'waiter',
  ...change,
})
const create = (token: string, change = {}, branchId = tenant.branchId) =>
  t.call('POST', `/api/branches/${branchId}/staff`, { token, json: colleague(change) })
const list = (token: string, branchId = tenant.branchId) =>
  t.call('GET', `/api/branches/${branchId}/staff`, { token })

describe('creating a login', () => {
  test('lets the colleague sign in and work in this branch alone', async () => {
    const { email } = colleague()
    const made = await create(owner, { email })
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Luz Huamán', email, role: 'waiter', allBranches: false, disabled: false },
    })
    const { body } = await t.call('POST', '/api/auth/login', { json: { email, password: testPassword } })
    expect(body.account).toMatchObject({ branches: [{ id: tenant.branchId, role: 'waiter' }] })
  })

  test('is written to the journal of the organization, without name or address', async () => {
    const { body } = await create(owner)
    const stream = `organization:${tenant.organizationId}`
    const entries = await t.deps.gateway.run({ kind: 'relay', stream }, ({ db }) =>
      db.select().from(journalEntries).orderBy(journalEntries.seq),
    )
    expect(entries.at(-1)).toMatchObject({
      kind: 'staff.created',
      payload: { userId: body.userId, membershipId: body.membershipId, role: 'waiter' },
    })
  })

  test.each(['owner', 'manager'])('as %s is forbidden to a manager', async (role) => {
    expect(await create(manager, { role })).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
  })

  test('for all branches is forbidden to a manager of one', async () => {
    expect(await create(manager, { allBranches: true })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
    expect((await create(owner, { allBranches: true })).status).toBe(201)
  })

  test.each(['cashier', 'waiter', 'kitchen'])('is forbidden to a %s', async (role) => {
    const { token } = await t.signInAs(tenant, role)
    expect((await create(token)).status).toBe(403)
    expect((await list(token)).status).toBe(403)
  })

  test('with an address that is taken, in any restaurant, is EMAIL_TAKEN and leaves nothing', async () => {
    const { email } = await t.signInAs(other, 'waiter')
    const before = (await list(owner)).body
    const refused = await create(owner, { email: email.toUpperCase() })
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'EMAIL_TAKEN', errors: [{ field: 'email' }] },
    })
    expect((await list(owner)).body).toEqual(before)
  })

  test('reveals of at most thirty addresses an hour whether they have an account', async () => {
    const { email } = await t.signInAs(other, 'waiter')
    const asker = (await t.signInAs(tenant, 'owner')).token
    const codes: unknown[] = []
    for (let n = 0; n <= rateLimit.invite.max; n += 1) codes.push((await create(asker, { email })).body.code)
    expect(codes.slice(0, -1)).toEqual(Array(rateLimit.invite.max).fill('EMAIL_TAKEN'))
    expect(codes.at(-1)).toBe('RATE_LIMITED')
    expect((await create(owner)).status).toBe(201)
  })

  test('trims the blanks around the name', async () => {
    expect((await create(owner, { name: '  Luz Huamán \t' })).body.name).toBe('Luz Huamán')
  })

  test.each([
    ['a name of one letter', { name: ' L ' }, 'name'],
    ['a name of 101 letters', { name: 'x'.repeat(101) }, 'name'],
    ['a role that does not exist', { role: 'admin' }, 'role'],
    ['a role in capitals', { role: 'WAITER' }, 'role'],
    ['several roles', { role: ['waiter', 'owner'] }, 'role'],
    ['no role', { role: undefined }, 'role'],
  ])('with %s is refused and names the field', async (_, change, field) => {
    const { status, body } = await create(owner, change)
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'VALIDATION_FAILED' })
    expect(body.errors).toEqual([expect.objectContaining({ field })])
  })

  test('with a weak password names the field', async () => {
    const refused = await create(owner, { password: 'password1234' })
    expect(refused).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } })
    expect(refused.body.errors).toContainEqual(expect.objectContaining({ field: 'password' }))
  })

  test('in the branch of another organization is 404', async () => {
    expect(await create(owner, {}, other.branchId)).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    })
  })
})

describe('the list of staff', () => {
  test('shows people of this branch and of all branches, by role, and no hash', async () => {
    const at = await t.createTenant()
    const boss = await t.signInAs(at, 'owner')
    await t.signInAs(at, 'kitchen', false)
    await t.signInAs(at, 'manager', false)
    await t.signInAs(other, 'waiter')
    const { body } = await list(boss.token, at.branchId)
    const members = body.members as { role: string; allBranches: boolean }[]
    expect(members.map(({ role, allBranches }) => ({ role, allBranches }))).toEqual([
      { role: 'owner', allBranches: true },
      { role: 'manager', allBranches: false },
      { role: 'kitchen', allBranches: false },
    ])
    expect(JSON.stringify(body)).not.toContain('argon2')
  })

  test('of another organization is 404', async () => {
    expect(await list(owner, other.branchId)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })
})
