import { randomCode, uuidv7 } from '@repo/auth'
import { code } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import { branches, diningTables, taxRates } from '@repo/db/schema'
import { insertSampleMenu, insertStations } from '@repo/db/seed'
import type { RegisterInput } from '@repo/schemas/contract'
import { slugCandidates } from './slug-candidates.ts'

type Tenant = { organizationId: string; branchId: string }
type Branch = typeof branches.$inferInsert

/** What new tables look like, over and over; owners change it later. */
const furniture = [
  { shape: 'round', seats: 2 },
  { shape: 'square', seats: 4 },
  { shape: 'square', seats: 4 },
  { shape: 'long', seats: 6 },
  { shape: 'round', seats: 4 },
] as const

/** The branch that an organization begins with: tax, stations, tables, and the sample menu if wanted. */
export async function insertFirstBranch(tx: Tx, tenant: Tenant, input: RegisterInput): Promise<void> {
  const taxRateId = uuidv7()
  await insertWithFreeSlug(tx, slugCandidates(input.branchName), {
    id: tenant.branchId,
    organizationId: tenant.organizationId,
    name: input.branchName,
    currency: input.currency,
    taxMode: input.taxMode,
    timeZone: input.timeZone,
    defaultLocale: input.locale,
    accentHue: input.accent.hue,
    accentChroma: input.accent.chroma,
    confirmOrders: 'first',
  })
  await tx.db
    .insert(taxRates)
    .values({ ...tenant, id: taxRateId, name: input.taxName, ratePpm: input.taxRatePpm })
  if (input.sampleMenu) {
    // The sample has prices in two currencies; in any other they are a first guess.
    const prices = input.currency === 'PEN' ? 'PEN' : 'USD'
    await insertSampleMenu(tx, { ...tenant, prices, taxRateId })
  } else {
    await insertStations(tx, tenant)
  }
  await tx.db.insert(diningTables).values(
    Array.from({ length: input.tableCount }, (_, position) => ({
      ...tenant,
      id: uuidv7(),
      label: String(position + 1),
      position,
      code: randomCode(code.tableLengthChars),
      ...furniture[position % furniture.length],
    })),
  )
}

/** Other restaurants' branches cannot be seen, so the unique key says whether a slug is free. */
async function insertWithFreeSlug(
  { db }: Tx,
  candidates: readonly string[],
  branch: Omit<Branch, 'slug'>,
): Promise<void> {
  for (const slug of candidates) {
    const made = await db
      .insert(branches)
      .values({ ...branch, slug })
      .onConflictDoNothing({ target: branches.slug })
      .returning({ id: branches.id })
    if (made.length > 0) return
  }
  throw new Error('no slug was free')
}
