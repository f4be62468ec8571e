import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from './gateway.ts'
import { fillOtherTables, seatParty } from './test-party.ts'
import {
  branchTables,
  countRows,
  createTestWorld,
  each,
  type Place,
  readableTables,
  staffOf,
  type TestWorld,
} from './test-world.ts'

/** What guests keep to themselves. */
const hiddenFromStaff = ['customer_guests', 'otp_requests']
const denied = { code: '42501' }

let world: TestWorld
let tables: string[]
beforeAll(async () => {
  world = await createTestWorld()
  for (const place of [world.casaPerejil, world.perejilMar, world.anchorLane]) {
    await seatParty(world.admin, place, '1')
    await fillOtherTables(world.admin, place)
    await world.gateway.run(staffOf(place), (tx) =>
      tx.append([{ audience: 'branch', kind: 'order.placed' }], { actor: 'staff', requestId: 'r' }),
    )
  }
  tables = await branchTables(world.admin)
})
afterAll(() => world.close())

it('every table has rows to hide', async () => {
  const names = await readableTables(world.admin)
  expect(names.length).toBeGreaterThan(20)
  for (const name of names) {
    expect(await world.admin`select from ${world.admin(name)} limit 1`, name).toHaveLength(1)
  }
  for (const { branchId } of [world.casaPerejil, world.perejilMar, world.anchorLane]) {
    for (const name of tables) {
      const rows = await world.admin`select from ${world.admin(name)} where branch_id = ${branchId} limit 1`
      expect(rows, name).toHaveLength(1)
    }
  }
})

it('a transaction without a scope sees no row of any table', async () => {
  for (const name of await readableTables(world.admin)) {
    const [row] = await world.app<{ rows: number }[]>`select count(*) as rows from ${world.app(name)}`
    expect(row?.rows, name).toBe(0)
  }
})

it.each([
  'public',
  'guest',
  'pending-guest',
  'staff',
  'user',
  'token',
  'relay',
  'webhooks',
  'kds',
  'pos',
  'activation',
  'customer',
])('a scope of kind %s that names nothing sees no row of any table', async (kind) => {
  const names = await readableTables(world.admin)
  expect(await countRows(world.gateway, { kind } as Scope, names)).toEqual(each(names, 0))
})

it('the first statement of a transaction is bound to its scope already', async () => {
  const slugs = await world.gateway.run(
    staffOf(world.anchorLane),
    ({ sql }) => sql<{ slug: string }[]>`select slug from branches`,
  )
  expect([...slugs]).toEqual([{ slug: 'anchor-lane' }])
})

describe.each<[string, (world: TestWorld) => Place]>([
  ['another branch of the same organization', (w) => w.perejilMar],
  ['another organization', (w) => w.anchorLane],
])('staff of a branch and %s', (_name, elsewhere) => {
  const scope = () => staffOf(world.casaPerejil)

  it('see rows of their own branch alone', async () => {
    const { branchId } = elsewhere(world)
    for (const name of tables) {
      const [row] = await world.gateway.run(
        scope(),
        ({ sql }) => sql<{ own: number; foreign: number; theirs: number }[]>`
          select count(*) filter (where branch_id = ${world.casaPerejil.branchId}) as own,
            count(*) filter (where branch_id <> ${world.casaPerejil.branchId}) as foreign,
            count(*) filter (where branch_id = ${branchId}) as theirs from ${sql(name)}`,
      )
      expect(row, name).toEqual({ own: expect.any(Number), foreign: 0, theirs: 0 })
      if (hiddenFromStaff.includes(name)) expect(row?.own, name).toBe(0)
      else expect(row?.own, name).toBeGreaterThan(0)
    }
  })

  it('change no row of it', async () => {
    const { branchId } = elsewhere(world)
    for (const name of await privileged('UPDATE')) {
      const changed = await world.gateway.run(
        scope(),
        ({ sql }) => sql`update ${sql(name)} set branch_id = branch_id where branch_id = ${branchId}`,
      )
      expect(changed.count, name).toBe(0)
    }
  })

  it('delete no row of it', async () => {
    const { branchId } = elsewhere(world)
    for (const name of await privileged('DELETE')) {
      const deleted = await world.gateway.run(
        scope(),
        ({ sql }) => sql`delete from ${sql(name)} where branch_id = ${branchId}`,
      )
      expect(deleted.count, name).toBe(0)
    }
  })

  it('move no row of theirs to it', async () => {
    const { organizationId, branchId } = elsewhere(world)
    for (const name of tables.filter((table) => !hiddenFromStaff.includes(table))) {
      const moving = world.gateway.run(
        scope(),
        ({ sql }) =>
          sql`update ${sql(name)} set organization_id = ${organizationId}, branch_id = ${branchId}`,
      )
      await expect(moving, name).rejects.toMatchObject(denied)
    }
  })

  it('add no row to it', async () => {
    const { branchId } = elsewhere(world)
    for (const name of tables) {
      const [row] = await world.admin<{ text: string }[]>`
        select to_jsonb(t)::text as text from ${world.admin(name)} t where branch_id = ${branchId} limit 1`
      const adding = world.gateway.run(
        scope(),
        ({ sql }) => sql`insert into ${sql(name)}
          select * from jsonb_populate_record(null::${sql(name)}, ${row?.text ?? ''}::jsonb)`,
      )
      await expect(adding, name).rejects.toMatchObject(denied)
    }
  })
})

it('staff see their own organization, its branches, memberships and people alone', async () => {
  const { organizationId } = world.casaPerejil
  const seen = await world.gateway.run(staffOf(world.casaPerejil), async ({ sql }) => ({
    organizations: (await sql`select id from organizations`).map((row) => row.id),
    branches: (await sql`select slug from branches order by slug`).map((row) => row.slug),
    memberships: (await sql`select distinct organization_id as id from memberships`).map((row) => row.id),
    people: (await sql<{ email: string }[]>`select email from users`).map(({ email }) => email.split('@')[1]),
  }))
  expect(seen).toEqual({
    organizations: [organizationId],
    branches: ['casa-perejil', 'perejil-mar'],
    memberships: [organizationId],
    people: Array.from({ length: 5 }, () => 'casa-perejil.test'),
  })
})

it('staff of another organization change no branch, membership or organization', async () => {
  const { organizationId } = world.anchorLane
  const changed = await world.gateway.run(staffOf(world.casaPerejil), async ({ sql }) => [
    (await sql`update organizations set name = 'x' where id = ${organizationId}`).count,
    (await sql`update branches set name = 'x' where organization_id = ${organizationId}`).count,
    (await sql`update memberships set role = 'owner' where organization_id = ${organizationId}`).count,
  ])
  expect(changed).toEqual([0, 0, 0])
})

it('no query of the application reads a password hash', async () => {
  for (const column of ['password_hash', '*']) {
    const reading = world.gateway.run(staffOf(world.casaPerejil), ({ sql }) =>
      sql.unsafe(`select ${column} from users`),
    )
    await expect(reading).rejects.toMatchObject(denied)
  }
})

it('a refresh family is visible to its own request alone', async () => {
  const [family] = await world.admin<{ id: string }[]>`select id from token_families limit 1`
  const own = await countRows(world.gateway, { kind: 'token', familyId: family?.id ?? '' }, [
    'token_families',
    'refresh_tokens',
  ])
  expect(own).toEqual({ token_families: 1, refresh_tokens: 1 })
})

async function privileged(privilege: 'UPDATE' | 'DELETE'): Promise<string[]> {
  const rows = await world.admin<{ name: string }[]>`
    select name from unnest(${tables}::text[]) as name
    where has_table_privilege('restai_app', name, ${privilege})`
  expect(rows.length).toBeGreaterThan(0)
  return rows.map(({ name }) => name)
}
