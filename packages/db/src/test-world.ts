// By path, because the stack depends on this package and workspaces may not depend on each other in a circle.
import { createTestDatabase } from '../../stack/src/postgres/test-database.ts'
import { connect, type Database } from './connect.ts'
import { createGateway, type Gateway, type Scope } from './gateway.ts'
import { seedDemo } from './seed/index.ts'

export type Place = { organizationId: string; branchId: string }
export type StaffScope = Extract<Scope, { kind: 'staff' }>
export type GuestScope = Extract<Scope, { kind: 'guest' | 'pending-guest' }>

/** The demo restaurants in a database of their own, seen by the role that migrates and by the application's. */
export type TestWorld = {
  adminUrl: string
  admin: Database
  app: Database
  gateway: Gateway
  casaPerejil: Place
  perejilMar: Place
  anchorLane: Place
  close(): Promise<void>
}

export async function createTestWorld(): Promise<TestWorld> {
  const { adminUrl, appUrl, drop } = await createTestDatabase()
  await seedDemo({ adminUrl })
  const admin = connect({ url: adminUrl, poolMax: 2 })
  const app = connect({ url: appUrl, poolMax: 20 })
  return {
    adminUrl,
    admin,
    app,
    gateway: createGateway(app),
    casaPerejil: await findPlace(admin, 'casa-perejil'),
    perejilMar: await findPlace(admin, 'perejil-mar'),
    anchorLane: await findPlace(admin, 'anchor-lane'),
    async close() {
      await Promise.all([admin.end(), app.end()])
      await drop()
    },
  }
}

async function findPlace(admin: Database, slug: string): Promise<Place> {
  const [place] = await admin<Place[]>`
    select organization_id as "organizationId", id as "branchId" from branches where slug = ${slug}`
  if (!place) throw new Error(`the demo has no branch ${slug}`)
  return place
}

/** One person who could stand in any of the branches, so that only the scope decides what is seen. */
export const staffUserId = '01940000-0000-7000-8000-0000000000e1'
export const staffOf = (place: Place): StaffScope => ({ kind: 'staff', ...place, userId: staffUserId })

/** Tables of schema public whose rows belong to one branch. */
export const branchTables = (admin: Database) =>
  names(admin`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'branch_id' and is_nullable = 'NO' order by table_name`)

/** Tables of schema public of which the application may read any column. */
export const readableTables = (admin: Database) =>
  names(admin`
    select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_any_column_privilege('restai_app', c.oid, 'SELECT') order by 1`)

const names = async (query: PromiseLike<Iterable<unknown>>) =>
  [...((await query) as Iterable<{ name: string }>)].map(({ name }) => name)

/** Number of rows that the scope sees, per table. */
export function countRows(gateway: Gateway, scope: Scope, tables: string[]): Promise<Record<string, number>> {
  return gateway.run(scope, async ({ sql }) => {
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const [row] = await sql<{ rows: number }[]>`select count(*) as rows from ${sql(table)}`
      counts[table] = row?.rows ?? 0
    }
    return counts
  })
}

/** The same number for every table, to compare with. */
export const each = (tables: string[], count: number) =>
  Object.fromEntries(tables.map((table) => [table, count]))
