import { uuidv7 } from '@repo/auth'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../gateway.ts'
import { branches, diningTables, dishes, openingHours, taxRates } from '../schema/index.ts'
import type { DemoBranch } from './demo/demo-types.ts'
import { insertSampleMenu } from './insert-menu.ts'

const minutesPerDay = 1_440

/** Makes a branch with its tax, the sample menu, tables and hours. */
export async function insertDemoBranch(tx: Tx, organizationId: string, branch: DemoBranch): Promise<void> {
  const { tables, tax, soldOutDish, opensAllDay, guideTable: _, ...columns } = branch
  const tenant = { organizationId, branchId: branch.id }
  const taxRateId = uuidv7()
  await tx.db.insert(branches).values({ organizationId, ...columns })
  await tx.db.insert(taxRates).values({ ...tenant, id: taxRateId, ...tax })
  await insertSampleMenu(tx, { ...tenant, prices: branch.currency, taxRateId })
  await tx.db
    .insert(diningTables)
    .values(tables.map((table, position) => ({ ...tenant, id: uuidv7(), position, ...table })))
  if (opensAllDay) await tx.db.insert(openingHours).values(everyDay(tenant))
  if (soldOutDish) {
    await tx.db
      .update(dishes)
      .set({ availability: 'sold_out' })
      .where(and(eq(dishes.branchId, branch.id), sql`${dishes.name} ->> 'en' = ${soldOutDish}`))
  }
}

const everyDay = (tenant: { organizationId: string; branchId: string }) =>
  Array.from({ length: 7 }, (_, weekday) => ({
    ...tenant,
    id: uuidv7(),
    weekday,
    opensMinute: 0,
    closesMinute: minutesPerDay,
  }))
