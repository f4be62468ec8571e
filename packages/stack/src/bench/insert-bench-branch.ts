import { randomCode, uuidv7 } from '@repo/auth'
import { connect, createGateway, type Tx } from '@repo/db'
import {
  branches,
  diningTables,
  guests,
  memberships,
  organizations,
  tableSessions,
  taxRates,
  tokenFamilies,
  users,
} from '@repo/db/schema'
import { insertSampleMenu } from '@repo/db/seed'

/** Who a token is issued for. */
export type BenchIdentity = { subject: string; familyId: string }
export type BenchTable = { tableId: string; sessionId: string; label: string; guests: BenchIdentity[] }
export type BenchBranch = {
  organizationId: string
  branchId: string
  slug: string
  tables: BenchTable[]
  staff: BenchIdentity[]
}

type Sizes = { tables?: number; guestsPerTable?: number; staff?: number }
type Tenant = { organizationId: string; branchId: string }

const chunkRows = 1_000
const lifeMs = 3_600_000

/**
 * A restaurant with the sample menu, whose tables are all taken. Made past row-level security, because guests joining one
 * by one would meet the limits that protect a real restaurant.
 */
export async function insertBenchBranch(
  adminUrl: string,
  { tables: tableCount = 0, guestsPerTable = 0, staff: staffCount = 0 }: Sizes,
): Promise<BenchBranch> {
  const tenant = { organizationId: uuidv7(), branchId: uuidv7() }
  const slug = `bench-${tenant.branchId.slice(-12)}`
  const database = connect({ url: adminUrl, poolMax: 1, applicationName: 'restai-bench' })
  try {
    return await createGateway(database).run({ kind: 'staff', ...tenant, userId: uuidv7() }, async (tx) => {
      await insertRestaurant(tx, tenant, slug)
      const staff = staffCount === 0 ? [] : await insertStaff(tx, tenant, staffCount)
      const tables = tableCount === 0 ? [] : await insertTables(tx, tenant, tableCount)
      for (const table of tables)
        table.guests = await insertGuests(tx, tenant, table.sessionId, guestsPerTable)
      return { ...tenant, slug, tables, staff }
    })
  } finally {
    await database.end()
  }
}

async function insertRestaurant(tx: Tx, tenant: Tenant, slug: string): Promise<void> {
  const taxRateId = uuidv7()
  await tx.db.insert(organizations).values({ id: tenant.organizationId, name: slug })
  await tx.db.insert(branches).values({
    id: tenant.branchId,
    organizationId: tenant.organizationId,
    slug,
    name: slug,
    currency: 'PEN',
    taxMode: 'inclusive',
    timeZone: 'America/Lima',
    confirmOrders: 'never',
  })
  await tx.db.insert(taxRates).values({ ...tenant, id: taxRateId, name: 'IGV', ratePpm: 180_000 })
  await insertSampleMenu(tx, { ...tenant, prices: 'PEN', taxRateId })
}

async function insertStaff(tx: Tx, { organizationId, branchId }: Tenant, count: number) {
  const staff = newIdentities(count)
  await tx.db
    .insert(users)
    .values(
      staff.map(({ subject: id }) => ({ id, email: `${id}@example.test`, name: 'Staff', passwordHash: '' })),
    )
  await tx.db.insert(memberships).values(
    staff.map(({ subject: userId }) => ({
      id: uuidv7(),
      organizationId,
      branchId,
      userId,
      role: 'waiter' as const,
    })),
  )
  await tx.db.insert(tokenFamilies).values(
    staff.map(({ subject: userId, familyId: id }) => ({
      id,
      userId,
      kind: 'staff',
      absoluteExpiresAt: end(),
    })),
  )
  return staff
}

async function insertTables(tx: Tx, tenant: Tenant, count: number): Promise<BenchTable[]> {
  const tables = Array.from({ length: count }, (_, position) => ({
    tableId: uuidv7(),
    sessionId: uuidv7(),
    label: String(position + 1),
    guests: [],
  }))
  await tx.db.insert(diningTables).values(
    tables.map(({ tableId: id, label }, position) => ({
      ...tenant,
      id,
      label,
      position,
      code: randomCode(12),
    })),
  )
  await tx.db
    .insert(tableSessions)
    .values(tables.map(({ tableId, sessionId: id }) => ({ ...tenant, id, tableId, joinCode: randomCode(6) })))
  return tables
}

async function insertGuests(tx: Tx, tenant: Tenant, sessionId: string, count: number) {
  const made = newIdentities(count)
  for (let start = 0; start < count; start += chunkRows) {
    const some = made.slice(start, start + chunkRows)
    await tx.db.insert(guests).values(
      some.map(({ subject: id }) => ({
        ...tenant,
        id,
        sessionId,
        name: 'Guest',
        state: 'active' as const,
        colour: 0,
      })),
    )
    await tx.db.insert(tokenFamilies).values(
      some.map(({ subject: guestId, familyId: id }) => ({
        id,
        guestId,
        kind: 'customer',
        absoluteExpiresAt: end(),
      })),
    )
  }
  return made
}

const newIdentities = (count: number): BenchIdentity[] =>
  Array.from({ length: count }, () => ({ subject: uuidv7(), familyId: uuidv7() }))

const end = () => new Date(Date.now() + lifeMs).toISOString()
