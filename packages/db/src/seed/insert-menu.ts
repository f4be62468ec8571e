import { uuidv7 } from '@repo/auth'
import type { Tx } from '../gateway.ts'
import { dishAllergens, dishes, dishModifierGroups, menuCategories } from '../schema/index.ts'
import { declareAllergens } from './declare-allergens.ts'
import { insertModifierGroups } from './insert-modifier-groups.ts'
import { insertStations, type Tenant } from './insert-stations.ts'
import { sampleMenu } from './sample-menu.ts'
import type { PriceList } from './sample-menu-types.ts'

export type SampleMenuPlace = Tenant & { prices: PriceList; taxRateId: string }

/** Fills a branch that has no menu yet with stations, categories, modifier groups and dishes, in eight statements. */
export async function insertSampleMenu(tx: Tx, place: SampleMenuPlace): Promise<void> {
  const { prices, taxRateId, ...tenant } = place
  const stationIds = await insertStations(tx, tenant)
  const groupIds = await insertModifierGroups(tx, tenant, prices)
  const categories = sampleMenu.map((category, position) => ({ ...category, id: uuidv7(), position }))
  const menu = categories.flatMap((category) =>
    category.dishes.map((dish, position) => ({
      ...dish,
      categoryId: category.id,
      id: uuidv7(),
      position,
      modifierGroups: dish.modifierGroups ?? [],
    })),
  )
  await tx.db
    .insert(menuCategories)
    .values(
      categories.map(({ id, name, backdrop, position }) => ({ ...tenant, id, name, backdrop, position })),
    )
  await tx.db.insert(dishes).values(
    menu.map(({ id, categoryId, name, description, picture, ware, position, ...dish }) => ({
      ...tenant,
      id,
      categoryId,
      taxRateId,
      name,
      description,
      ware,
      position,
      stationId: stationIds[dish.station],
      priceMinor: dish.pricesMinor[prices],
      picture: picture ?? null,
      diets: dish.diets ?? [],
      popular: dish.popular ?? false,
    })),
  )
  await tx.db
    .insert(dishAllergens)
    .values(
      menu.flatMap(({ id: dishId, allergens }) =>
        declareAllergens(allergens).map((declared) => ({ ...tenant, dishId, ...declared })),
      ),
    )
  await tx.db.insert(dishModifierGroups).values(
    menu.flatMap(({ id: dishId, modifierGroups }) =>
      modifierGroups.map((key, position) => {
        const groupId = groupIds.get(key)
        if (!groupId) throw new Error(`the sample menu has no modifier group "${key}"`)
        return { ...tenant, dishId, groupId, position }
      }),
    ),
  )
}
