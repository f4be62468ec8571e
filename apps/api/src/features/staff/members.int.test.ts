import { uuidv7 } from '@repo/auth'
import { connect } from '@repo/db'
import { memberships } from '@repo/db/schema'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { readJournal } from '../../testing/sign-in.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { listen, serveOnSocket } from '../table-sessions/testing/listen.ts'

type Person = { token: string; userId: string; email: string; membershipId: string }

let t: TestApp
let tenant: Tenant
let owner: Person
beforeAll(async () => {
  t = await createTestApp()
})
beforeEach(async () => {
  tenant = await t.createTenant()
  owner = await person('owner')
})
afterAll(() => t.close())

/** Signs a person in who works in the branch, and finds their membership. */
async function person(role: string, allBranches = true, place = tenant): Promise<Person> {
  const signedIn = await t.signInAs(place, role, allBranches)
  const { organizationId, branchId } = place
  const scope = { kind: 'staff', organizationId, branchId, userId: signedIn.userId } as const
  const rows = await t.deps.gateway.run(scope, ({ db }) => db.select().from(memberships))
  return { ...signedIn, membershipId: rows.find(({ userId }) => userId === signedIn.userId)?.id ?? '' }
}
const at = (membershipId: string, branchId = tenant.branchId) =>
  `/api/branches/${branchId}/staff/${membershipId}`
const update = (by: Person, of: Person, json: object) =>
  t.call('PATCH', at(of.membershipId), { token: by.token, json })
const remove = (by: Person, of: Person) => t.call('DELETE', at(of.membershipId), { token: by.token })
const tables = ({ token }: Person, branchId = tenant.branchId) =>
  t.call('GET', `/api/branches/${branchId}/tables`, { token })
const staff = ({ token }: Person) => t.call('GET', `/api/branches/${tenant.branchId}/staff`, { token })

describe('a new role', () => {
  test('takes effect with the next request, under the access token in use', async () => {
    const colleague = await person('manager', false)
    expect((await staff(colleague)).status).toBe(200)
    expect(await update(owner, colleague, { role: 'waiter' })).toMatchObject({
      status: 200,
      body: { membershipId: colleague.membershipId, role: 'waiter', disabled: false },
    })
    expect((await staff(colleague)).status).toBe(403)
    const entries = await readJournal(t, tenant.organizationId)
    expect(entries.at(-1)).toMatchObject({
      kind: 'staff.changed',
      actor: `user:${owner.userId}`,
      payload: { userId: colleague.userId, role: 'waiter', disabled: false },
    })
  })

  test.each([
    ['owner', 'waiter'],
    ['manager', 'waiter'],
    ['waiter', 'manager'],
    ['waiter', 'owner'],
  ])('of a %s as %s is forbidden to a manager', async (from, to) => {
    const [manager, colleague] = [await person('manager'), await person(from)]
    expect(await update(manager, colleague, { role: to })).toMatchObject({ status: 403 })
  })

  test('of oneself is refused, so that an organization keeps an owner', async () => {
    expect((await update(owner, owner, { role: 'waiter' })).status).toBe(403)
    expect((await remove(owner, owner)).status).toBe(403)
  })

  test('given by two owners to each other at once leaves one owner', async () => {
    const second = await person('owner')
    const admin = connect({ url: t.testDatabase.adminUrl, poolMax: 2 })
    // Both are past their guards and wait for the rows, however fast the machine is.
    const waiting = () => admin`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    const both = await admin.begin(async (sql) => {
      await sql`select from memberships where organization_id = ${tenant.organizationId} for update`
      const sent = [update(owner, second, { role: 'waiter' }), update(second, owner, { role: 'waiter' })]
      await expect.poll(async () => (await waiting()).length, { interval: 20 }).toBe(2)
      return { sent }
    })
    const replies = await Promise.all(both.sent)
    await admin.end()
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 403])
  })
})

describe('a colleague who is shut out', () => {
  test('has no access from the next request, receives no more events, and can be let back in', async () => {
    const colleague = await person('waiter', false)
    const socket = await serveOnSocket(t)
    const stream = await listen(`${socket.origin}/api/branches/${tenant.branchId}/events`, colleague.token)
    expect((await update(owner, colleague, { disabled: true })).body.disabled).toBe(true)
    const heard = []
    for (let message = await stream.next(); message; message = await stream.next()) heard.push(message.event)
    expect(heard).toEqual(['staff.changed'])
    socket.close()
    expect(await tables(colleague)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    const { body } = await t.call('GET', '/api/auth/me', { token: colleague.token })
    expect(body.branches).toEqual([])
    await update(owner, colleague, { disabled: false })
    expect((await tables(colleague)).status).toBe(200)
  })

  test('of all branches receives no more events in any of them', async () => {
    const colleague = await person('waiter')
    const elsewhere = await secondBranch()
    const socket = await serveOnSocket(t)
    const stream = await listen(`${socket.origin}/api/branches/${elsewhere}/events`, colleague.token)
    expect((await tables(colleague, elsewhere)).status).toBe(200)
    expect((await remove(owner, colleague)).status).toBe(200)
    const heard = []
    for (let message = await stream.next(); message; message = await stream.next()) heard.push(message.event)
    expect(heard).toEqual(['staff.changed'])
    socket.close()
    expect((await tables(colleague, elsewhere)).status).toBe(404)
  })

  test.each([
    ['removed', (colleague: Person) => remove(owner, colleague)],
    ['given another role', (colleague: Person) => update(owner, colleague, { role: 'kitchen' })],
  ])('of all branches is %s in all of them or in none', async (_, change) => {
    const [colleague, elsewhere] = [await person('waiter'), await secondBranch()]
    expect((await update(owner, colleague, { disabled: false })).status).toBe(200)
    const stream = `branch:${elsewhere}`
    const refused = await t.admin.begin(async (sql) => {
      await sql`select from journal_streams where stream = ${stream} for update`
      return change(colleague)
    })
    expect(refused).toMatchObject({ status: 409, body: { code: 'CONFLICT' } })
    const { body } = await staff(owner)
    expect(body.members).toContainEqual(
      expect.objectContaining({ membershipId: colleague.membershipId, role: 'waiter' }),
    )
    expect((await change(colleague)).status).toBe(200)
  })

  test('for lack of a required second factor receives no more events either', async () => {
    const socket = await serveOnSocket(t)
    const colleague = await person('owner')
    const stream = await listen(`${socket.origin}/api/branches/${tenant.branchId}/events`, colleague.token)
    await t.call('PATCH', `/api/branches/${tenant.branchId}/organization`, {
      token: owner.token,
      json: { requireTwoFactor: true },
    })
    // Every change that may end a membership makes the branch's streams check again.
    const guest = await t.joinTable(tenant)
    await t.call('POST', '/api/customer/session/leave', { token: guest.token })
    const heard = []
    for (let message = await stream.next(); message; message = await stream.next()) heard.push(message.event)
    expect(heard).toContain('guest.moved')
    socket.close()
  })

  test('here can still work in another restaurant', async () => {
    const colleague = await person('waiter', false)
    const other = await t.createTenant()
    const { organizationId, branchId } = other
    const { userId } = colleague
    await t.deps.gateway.run({ kind: 'staff', organizationId, branchId, userId }, ({ db }) =>
      db.insert(memberships).values({ id: uuidv7(), organizationId, userId, role: 'waiter', branchId: null }),
    )
    await remove(owner, colleague)
    expect((await tables(colleague)).status).toBe(404)
    expect((await tables(colleague, branchId)).status).toBe(200)
  })
})

describe('a membership', () => {
  test('of another branch or organization is 404', async () => {
    const other = await t.createTenant()
    const foreign = await person('waiter', true, other)
    expect((await update(owner, foreign, { role: 'kitchen' })).status).toBe(404)
    expect((await remove(owner, foreign)).status).toBe(404)
    expect(
      (await t.call('GET', `/api/branches/${other.branchId}/tables`, { token: foreign.token })).status,
    ).toBe(200)
  })

  test('for all branches is forbidden to a manager of one', async () => {
    const [manager, colleague] = [await person('manager', false), await person('waiter')]
    expect((await remove(manager, colleague)).status).toBe(403)
    const local = await person('waiter', false)
    expect((await remove(manager, local)).status).toBe(200)
  })

  test.each(['cashier', 'waiter', 'kitchen'])('is forbidden to a %s', async (role) => {
    const [by, of] = [await person(role), await person('waiter', false)]
    expect((await update(by, of, { disabled: true })).status).toBe(403)
    expect((await remove(by, of)).status).toBe(403)
  })
})

async function secondBranch(): Promise<string> {
  const { organizationId } = tenant
  const branchId = uuidv7()
  await t.deps.gateway.run(
    { kind: 'staff', organizationId, branchId, userId: owner.userId },
    ({ sql }) => sql`
      insert into branches (id, organization_id, slug, name, currency, tax_mode, time_zone)
      values (${branchId}, ${organizationId}, ${`b-${branchId.slice(-12)}`}, 'Second', 'PEN', 'inclusive', 'UTC')`,
  )
  return branchId
}
