import { uuidv7 } from '@repo/auth'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../connect.ts'
import { branches, organizations, taxRates } from '../schema/index.ts'
import { countRows, createTestWorld, readableTables, staffOf, type TestWorld } from '../test-world.ts'
import { insertSampleMenu, insertStations, seedDemo } from './index.ts'
import { sampleMenu } from './sample-menu.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

it('seeding again changes no row', async () => {
  const before = await fingerprints(world.admin)
  await seedDemo(world)
  expect(await fingerprints(world.admin)).toEqual(before)
})

it('an edit made in the demo survives the next start, and the guide follows a rotated sticker', async () => {
  const { branchId } = world.casaPerejil
  await world.admin`update branches set name = 'Casa Nueva' where id = ${branchId}`
  await world.admin`update dining_tables set code = 'ABCDEFGH2345' where branch_id = ${branchId} and label = '7'`
  const guide = await seedDemo(world)
  expect(guide.tables[0]).toEqual({ label: 'Casa Nueva, table 7', path: '/casa-perejil/ABCDEFGH2345' })
})

it('the guide leads to tables of two organizations and to an account of every role', async () => {
  const guide = await seedDemo(world)
  const found = await Promise.all(
    guide.tables.map(async ({ path }) => {
      const [, slug = '', code = ''] = path.split('/')
      const [table] = await world.gateway.lookup<{ organization_id: string }[]>`
        select organization_id from app.find_table(${slug}, ${code})`
      return table?.organization_id
    }),
  )
  expect(found).toEqual([world.casaPerejil.organizationId, world.anchorLane.organizationId])
  expect(new Set(guide.accounts.map(({ role }) => role)).size).toBe(5)
  for (const { email } of guide.accounts) {
    expect(
      await world.gateway.lookup`select from app.find_login(${email}) where not disabled`,
      email,
    ).toHaveLength(1)
  }
})

it('a new owner’s transaction can make a branch with the sample menu under row-level security', async () => {
  const place = { organizationId: uuidv7(), branchId: uuidv7() }
  await world.gateway.run(staffOf(place), async (tx) => {
    const taxRateId = uuidv7()
    await tx.db.insert(organizations).values({ id: place.organizationId, name: 'New' })
    await tx.db.insert(branches).values({
      id: place.branchId,
      organizationId: place.organizationId,
      slug: 'new-place',
      name: 'New',
      currency: 'USD',
      taxMode: 'exclusive',
      timeZone: 'Europe/Lisbon',
    })
    await tx.db.insert(taxRates).values({ ...place, id: taxRateId, name: 'Tax', ratePpm: 0 })
    await insertSampleMenu(tx, { ...place, prices: 'USD', taxRateId })
  })
  const counts = await countRows(world.gateway, staffOf(place), ['dishes', 'menu_categories', 'stations'])
  expect(counts).toEqual({
    dishes: sampleMenu.flatMap((category) => category.dishes).length,
    menu_categories: sampleMenu.length,
    stations: 4,
  })
})

it('stations cannot be made in a branch of somebody else', async () => {
  const making = world.gateway.run(staffOf(world.anchorLane), (tx) => insertStations(tx, world.casaPerejil))
  await expect(making).rejects.toMatchObject({ cause: { code: '42501' } })
})

/** Number of rows and a digest of them all, per table. */
async function fingerprints(admin: Database) {
  const tables = await readableTables(admin)
  const rows = await Promise.all(
    tables.map(
      (table) =>
        admin`select ${table} as name, count(*) as rows, md5(string_agg(t::text, '' order by t::text)) as digest
          from ${admin(table)} t`,
    ),
  )
  return rows.flatMap((row) => [...row])
}
