import { randomCode, uuidv7 } from '@repo/auth'
import type { Gateway } from '@repo/db'
import {
  branches,
  diningTables,
  dishes,
  dishModifierGroups,
  menuCategories,
  modifierGroups,
  modifierOptions,
  organizations,
  stations,
  taxRates,
} from '@repo/db/schema'

export type Tenant = Awaited<ReturnType<typeof createTenant>>

type Options = Partial<{
  confirmOrders: 'never' | 'first' | 'always'
  taxMode: 'inclusive' | 'exclusive'
  currency: string
  taxRatePpm: number
  name: string
  /** Makes another branch of an organization that exists. */
  organizationId: string
}>

/** A restaurant of its own: one branch, three tables, three dishes, a required choice and optional extras. */
export async function createTenant(gateway: Gateway, options: Options = {}) {
  const {
    confirmOrders = 'never',
    taxMode = 'inclusive',
    currency = 'PEN',
    taxRatePpm = 180_000,
    name = 'Test kitchen',
  } = options
  const organizationId = options.organizationId ?? uuidv7()
  const branchId = uuidv7()
  const tenant = { organizationId, branchId }
  const slug = `b-${branchId.slice(-12)}`
  const taxRateId = uuidv7()
  const stationId = uuidv7()
  const categoryId = uuidv7()
  const dishIds = { soup: uuidv7(), beef: uuidv7(), tea: uuidv7() }
  const heat = { id: uuidv7(), mild: uuidv7(), hot: uuidv7() }
  const extras = { id: uuidv7(), egg: uuidv7(), rice: uuidv7() }
  const tables = ['1', '2', '3'].map((label, position) => ({
    id: uuidv7(),
    label,
    position,
    code: randomCode(12),
  }))
  const dish = (id: string, en: string, priceMinor: number, position: number) => ({
    ...tenant,
    id,
    categoryId,
    stationId,
    taxRateId,
    priceMinor,
    position,
    name: { en, es: `${en} (es)` },
    description: { en: '', es: '' },
  })
  const option = (
    id: string,
    groupId: string,
    en: string,
    priceMinor: number,
    position: number,
    maxQuantity = 1,
  ) => ({
    ...tenant,
    id,
    groupId,
    name: { en, es: `${en} (es)` },
    priceMinor,
    position,
    maxQuantity,
    kind: groupId === extras.id ? ('add' as const) : ('choice' as const),
  })

  await gateway.run({ kind: 'staff', ...tenant, userId: uuidv7() }, async ({ db }) => {
    if (options.organizationId === undefined)
      await db.insert(organizations).values({ id: organizationId, name: `${name} group` })
    await db.insert(branches).values({
      id: branchId,
      organizationId,
      slug,
      name,
      currency,
      taxMode,
      timeZone: 'America/Lima',
      confirmOrders,
    })
    await db.insert(taxRates).values({ ...tenant, id: taxRateId, name: 'IGV', ratePpm: taxRatePpm })
    await db
      .insert(stations)
      .values({ ...tenant, id: stationId, name: { en: 'Fire', es: 'Fuego' }, icon: 'flame', position: 0 })
    await db
      .insert(menuCategories)
      .values({ ...tenant, id: categoryId, name: { en: 'All', es: 'Todo' }, backdrop: 'sky', position: 0 })
    await db
      .insert(dishes)
      .values([
        dish(dishIds.soup, 'Soup', 2_500, 0),
        dish(dishIds.beef, 'Beef', 4_800, 1),
        dish(dishIds.tea, 'Tea', 900, 2),
      ])
    await db.insert(modifierGroups).values([
      { ...tenant, id: heat.id, name: { en: 'How hot?', es: '¿Qué tan picante?' }, min: 1, max: 1 },
      { ...tenant, id: extras.id, name: { en: 'Extras', es: 'Extras' }, min: 0, max: 3 },
    ])
    await db
      .insert(modifierOptions)
      .values([
        option(heat.mild, heat.id, 'Mild', 0, 0),
        option(heat.hot, heat.id, 'Hot', 0, 1),
        option(extras.egg, extras.id, 'Egg', 300, 0, 2),
        option(extras.rice, extras.id, 'Rice', 500, 1),
      ])
    await db.insert(dishModifierGroups).values([
      { ...tenant, dishId: dishIds.beef, groupId: heat.id, position: 0 },
      { ...tenant, dishId: dishIds.beef, groupId: extras.id, position: 1 },
    ])
    await db.insert(diningTables).values(tables.map((table) => ({ ...tenant, ...table })))
  })
  return { ...tenant, slug, taxRateId, stationId, categoryId, dishes: dishIds, heat, extras, tables }
}
