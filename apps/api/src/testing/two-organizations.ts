import { randomUUID } from 'node:crypto'
import { createAccessTokens, uuidv7 } from '@repo/auth'
import { type ActorKind, type DeviceKind, deviceKinds, type Role, roles } from '@repo/auth/policy'
import type { Database } from '@repo/db'
// By path, because this test code lives beside the tables it fills and is not part of the product.
import { fillOtherTables } from '../../../../packages/db/src/test-party.ts'
import type { Tenant } from './create-tenant.ts'
import { type TestApp, webOrigin } from './test-app.ts'

type AudienceName = 'staff' | 'customer' | 'device'

/** Where objects belong: a branch, and a party at one of its tables. */
export type Party = Tenant & { name: string; code: string; sessionId: string; tableId: string }

/** Somebody who calls, and what the permission table and the scope know about them. */
export type Identity = {
  name: string
  token: string | undefined
  audience: AudienceName | undefined
  /** Why the token opens nothing, where it does not. */
  fault?: 'TOKEN_MISSING' | 'TOKEN_EXPIRED' | 'TOKEN_REVOKED' | 'TOKEN_INVALID' | 'LICENSE_NOT_ACTIVATED'
  kind?: ActorKind
  userId?: string
  home: Party
  /** Branches that a member of the staff or a device may work in. */
  branchIds: readonly string[]
  /** Works in every branch of the organization, those to come included. */
  allBranches?: boolean
}

export type TwoOrganizations = Awaited<ReturnType<typeof createTwoOrganizations>>

/**
 * Two organizations: A with two branches and two parties at the tables of the first, B with a branch and a party. Each
 * table of the database holds rows of all three branches.
 */
export async function createTwoOrganizations(t: TestApp) {
  const { admin } = t
  const first = await t.createTenant({ name: 'Alpha one' })
  const second = await t.createTenant({ name: 'Alpha two', organizationId: first.organizationId })
  const foreign = await t.createTenant({ name: 'Canary Bravo' })
  const seats = {
    own: await seat(t, first, 'own table', 0),
    neighbour: await seat(t, first, 'table beside', 1),
    elsewhere: await seat(t, second, 'other branch', 0),
    foreign: await seat(t, foreign, 'other organization', 0),
  }
  const identities = [
    ...(await staffOf(t, seats.own.party, seats.elsewhere.party, seats.foreign.party)),
    ...guestsOf(seats),
    ...(await devicesOf(t, admin, seats)),
    ...(await withoutAccess(t, admin, seats.own)),
  ]
  // Colleagues whom everybody who manages people may manage; what is found by `membershipId` is theirs.
  for (const place of [first, second, foreign]) await t.signInAs(place, 'waiter', false)
  for (const place of [first, second, foreign]) await fillOtherTables(admin, place)
  // A branch that keeps hours could be closed when the tests run.
  await admin`delete from opening_hours where organization_id = ${first.organizationId}`
  await markNames(admin, foreign.organizationId)
  const { own, neighbour, elsewhere, foreign: theirs } = seats
  const parties = [own.party, neighbour.party, elsewhere.party, theirs.party]
  return {
    admin,
    parties,
    own: own.party,
    neighbour: neighbour.party,
    elsewhere: elsewhere.party,
    foreign: theirs.party,
    identities,
  }
}

type Seats = Record<'own' | 'neighbour' | 'elsewhere' | 'foreign', Awaited<ReturnType<typeof seat>>>

/** A host who has ordered and called the waiter, and somebody who waits to be let in. */
async function seat(t: TestApp, tenant: Tenant, name: string, table: number) {
  const host = await t.joinTable(tenant, table, 'Mara')
  const pending = await t.joinTable(tenant, table, 'Theo')
  await t.call('POST', '/api/customer/orders', {
    token: host.token,
    headers: { 'idempotency-key': randomUUID() },
    json: {
      lines: [{ dishId: tenant.dishes.soup, quantity: 1, modifiers: [], note: `for ${name}` }],
      expectedTotalMinor: 2_500,
    },
  })
  await t.call('POST', '/api/customer/service-calls', { token: host.token, json: { kind: 'waiter' } })
  const { id: tableId = '', code = '' } = tenant.tables[table] ?? {}
  const party: Party = { ...tenant, name, code, tableId, sessionId: host.sessionId }
  return { party, host, pending }
}

async function staffOf(t: TestApp, home: Party, elsewhere: Party, foreign: Party): Promise<Identity[]> {
  const member = async (name: string, role: Role, at: Party, allBranches: boolean): Promise<Identity> => {
    const { token, userId } = await t.signInAs(at, role, allBranches)
    const branchIds = allBranches && at === home ? [home.branchId, elsewhere.branchId] : [at.branchId]
    return { name, token, userId, audience: 'staff', kind: role, home: at, branchIds, allBranches }
  }
  return [
    ...(await Promise.all(roles.map((role) => member(role, role, home, false)))),
    await member('owner of all branches', 'owner', home, true),
    await member('manager of the other branch', 'manager', elsewhere, false),
    await member('owner of the other organization', 'owner', foreign, true),
  ]
}

const guestsOf = ({ own, neighbour, elsewhere, foreign }: Seats): Identity[] => {
  const guest = (name: string, kind: ActorKind, token: string, home: Party): Identity => ({
    ...{ name, kind, token, home },
    audience: 'customer',
    branchIds: [],
  })
  return [
    guest('guest', 'guest', own.host.token, own.party),
    guest('guest who waits', 'pending-guest', own.pending.token, own.party),
    guest('guest of the table beside', 'guest', neighbour.host.token, neighbour.party),
    guest('guest of the other branch', 'guest', elsewhere.host.token, elsewhere.party),
    guest('guest of the other organization', 'guest', foreign.host.token, foreign.party),
  ]
}

/** Displays and terminals, paired as people pair them; one of them was ended. */
async function devicesOf(
  t: TestApp,
  admin: Database,
  { own, elsewhere, foreign }: Seats,
): Promise<Identity[]> {
  const ended = await device(t, 'ended kds', 'kds', own.party)
  await admin`update devices set revoked_at = now() where name = ${ended.name}`
  return [
    ...(await Promise.all(deviceKinds.map((kind) => device(t, kind, kind, own.party)))),
    await device(t, 'kds of the other branch', 'kds', elsewhere.party),
    await device(t, 'pos of the other organization', 'pos', foreign.party),
    { ...ended, fault: 'LICENSE_NOT_ACTIVATED' },
  ]
}

async function device(t: TestApp, name: string, kind: DeviceKind, home: Party): Promise<Identity> {
  const manager = await t.signInAs(home, 'manager', false)
  const made = await t.call('POST', `/api/branches/${home.branchId}/device-keys`, {
    token: manager.token,
    json: { kind },
  })
  const { body } = await t.call('POST', '/api/devices/activate', {
    headers: { origin: webOrigin },
    json: { key: made.body.key, deviceId: randomUUID(), kind, name },
  })
  return { name, kind, home, token: String(body.accessToken), audience: 'device', branchIds: [home.branchId] }
}

/** Tokens that were good once, or never. */
async function withoutAccess(t: TestApp, admin: Database, { party }: Seats['own']): Promise<Identity[]> {
  const staff = await t.signInAs(party, 'owner')
  const ended = await t.signInAs(party, 'owner')
  const disabled = await t.signInAs(party, 'owner')
  await admin`update token_families set revoked_at = now() where user_id = ${ended.userId}`
  await admin`update users set disabled_at = now() where id = ${disabled.userId}`
  const past = createAccessTokens({
    current: t.env.JWT_SECRET,
    previous: [],
    lifetimeSeconds: 60,
    now: () => Date.now() - 3_600_000,
  })
  const old = async (audience: AudienceName) =>
    (await past.issue({ audience, subject: staff.userId, familyId: uuidv7() })).accessToken
  const stray = await t.deps.tokens.issue({ audience: 'device', subject: uuidv7(), familyId: uuidv7() })
  const none = { home: party, branchIds: [] }
  return [
    { ...none, name: 'nobody', token: undefined, audience: undefined, fault: 'TOKEN_MISSING' },
    { ...none, name: 'expired staff', token: await old('staff'), audience: 'staff', fault: 'TOKEN_EXPIRED' },
    {
      ...none,
      name: 'expired guest',
      token: await old('customer'),
      audience: 'customer',
      fault: 'TOKEN_EXPIRED',
    },
    { ...none, name: 'revoked staff', token: ended.token, audience: 'staff', fault: 'TOKEN_REVOKED' },
    { ...none, name: 'disabled staff', token: disabled.token, audience: 'staff', fault: 'TOKEN_REVOKED' },
    {
      ...none,
      name: 'expired device',
      token: await old('device'),
      audience: 'device',
      fault: 'TOKEN_EXPIRED',
    },
    {
      ...none,
      name: 'device of nobody',
      token: stray.accessToken,
      audience: 'device',
      fault: 'LICENSE_NOT_ACTIVATED',
    },
    { ...none, name: 'made-up token', token: 'a.b.c', audience: undefined, fault: 'TOKEN_INVALID' },
  ]
}

/** Gives what an organization has named a name that nobody else's has. */
async function markNames(admin: Database, organizationId: string): Promise<void> {
  const named = await admin<{ table: string; column: string; json: boolean }[]>`
    select c.table_name as table, c.column_name as column, c.data_type = 'jsonb' as json
    from information_schema.columns c
    where c.table_schema = 'public' and c.column_name in ('name', 'note', 'allergy_note', 'description', 'area')
      and exists (select 1 from information_schema.columns o where o.table_schema = 'public'
        and o.table_name = c.table_name and o.column_name = 'organization_id')`
  for (const { table, column, json } of named) {
    const mark = `canary ${table} ${column}`
    const value = json ? JSON.stringify({ en: mark, es: mark }) : mark
    await admin`update ${admin(table)} set ${admin(column)} = ${value} where organization_id = ${organizationId}`
  }
}
